import com.offgridflow.lake.wiring.DemoInputs;
import java.io.File;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Times a month of CUR 2.0 in twenty Parquet objects, from the S3 server that holds them to stored
 * emissions: listing, fetching, digests, rollup, intake, estimate. Server, hub and PostgreSQL are
 * processes of their own; each measurement starts them anew, on an empty data directory. The first
 * delivery meets a JVM that has compiled nothing of this yet; the next, of another tenant, is what a
 * hub that has been up for a while takes.
 */
class ObjectMonth {
  private static final int OBJECTS = 20;
  private static final String DATA = "exports/hub-export/data/BILLING_PERIOD=2024-09/hub-export-%05d.snappy.parquet";
  private static final String MANIFEST = "exports/hub-export/metadata/BILLING_PERIOD=2024-09/hub-export-Manifest.json";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    Path work = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    System.out.println("| lines | delivered | objects MB | activities | emissions | sync s | estimate s | in all s | peak process MB |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (int i = 1; i < args.length; i++) {
      measure(work, Long.parseLong(args[i]));
    }
  }

  private static void measure(Path work, long lines) throws Exception {
    List<Path> objects = objects(work.resolve("objects-" + lines), lines);
    Path data = Files.createTempDirectory(work, "data-");
    int port = freePort();
    Process server = s3(data, port);
    try {
      put(port, objects);
      Process hub = hub(data);
      try {
        time(data, port, hub, lines, objects);
      } finally {
        hub.destroy();
        hub.waitFor();
      }
    } finally {
      server.destroy();
      server.waitFor();
      delete(data);
    }
  }

  /** Cuts one generated month into objects of as many lines each. */
  private static List<Path> objects(Path directory, long lines) throws Exception {
    if (!Files.exists(directory)) {
      Path whole = DemoInputs.cur2(directory.resolveSibling("whole-" + lines), lines);
      Files.createDirectories(directory);
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = duck.createStatement()) {
        for (int i = 0; i < OBJECTS; i++) {
          statement.execute("copy (select * exclude (file_row_number) from read_parquet('%s', file_row_number = true) where file_row_number between %d and %d) to '%s' (format parquet, compression snappy)"
              .formatted(whole, lines * i / OBJECTS, lines * (i + 1) / OBJECTS - 1, directory.resolve(i + ".parquet")));
        }
      }
    }
    return IntStream.range(0, OBJECTS).mapToObj(i -> directory.resolve(i + ".parquet")).toList();
  }

  private static Process s3(Path data, int port) throws Exception {
    Process server = new ProcessBuilder(java(), "-Xmx512m", "-cp", Files.readString(Path.of("target/s3mock.classpath")).strip(),
        "com.adobe.testing.s3mock.S3MockApplication", "--server.port=0", "--com.adobe.testing.s3mock.httpPort=" + port,
        "--com.adobe.testing.s3mock.store.initialBuckets=bills")
        .redirectErrorStream(true).redirectOutput(data.resolve("s3.log").toFile()).start();
    for (int i = 0; i < 600 && status(port) != 200; i++) {
      Thread.sleep(100);
    }
    return server;
  }

  private static int status(int port) throws InterruptedException {
    try {
      return HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build(), BodyHandlers.discarding()).statusCode();
    } catch (java.io.IOException e) {
      return 0;
    }
  }

  private static void put(int port, List<Path> objects) throws Exception {
    for (int i = 0; i < objects.size(); i++) {
      put(port, DATA.formatted(i + 1), HttpRequest.BodyPublishers.ofFile(objects.get(i)));
    }
    String named = IntStream.rangeClosed(1, objects.size())
        .mapToObj(i -> "\"s3://bills/" + DATA.formatted(i) + "\"").collect(Collectors.joining(", "));
    put(port, MANIFEST, HttpRequest.BodyPublishers.ofString("{\"billingPeriod\": \"2024-09\", \"dataFiles\": [" + named + "]}"));
  }

  private static void put(int port, String key, HttpRequest.BodyPublisher body) throws Exception {
    URI uri = URI.create("http://localhost:" + port + "/bills/" + key.replace("=", "%3D"));
    int status = HTTP.send(HttpRequest.newBuilder(uri).PUT(body).build(), BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IllegalStateException("the S3 server answered " + status + " to " + uri);
    }
  }

  private static Process hub(Path data) throws Exception {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx1g"));
    command.addAll(List.of(System.getProperty("hub.jvm", "").split(" ")));
    command.removeIf(String::isEmpty);
    command.addAll(List.of("-Dquarkus.profile=demo", "-Dhub.demo.enabled=false", "-Dhub.data=" + data.resolve("hub"),
        "-Dhub.out=" + data.resolve("out"), "-Dsource.trusted-hosts=localhost", "-jar", "target/quarkus-app/quarkus-run.jar"));
    ProcessBuilder hub = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(data.resolve("hub.log").toFile());
    hub.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "bench", "AWS_SECRET_ACCESS_KEY", "bench", "AWS_REGION", "us-east-1"));
    return hub.start();
  }

  private static void time(Path data, int port, Process hub, long lines, List<Path> objects) throws Exception {
    try (Connection owner = database(data.resolve("hub"), hub); Statement statement = owner.createStatement()) {
      for (String tenant : List.of("first", "next")) {
        connect(owner, tenant, port);
        double sync = job(statement, tenant, "sync", "{\"connection\": \"aws\"}");
        double estimate = job(statement, tenant, "estimate", "{}");
        String of = " where tenant_id = '" + tenant + "'";
        System.out.printf(Locale.ROOT, "| %,d | %s | %d | %,d | %,d | %.2f | %.2f | %.2f | %s |%n", lines, tenant, megabytes(objects),
            number(statement, "select count(*) from activity" + of), number(statement, "select count(*) from emission" + of), sync, estimate,
            number(statement, "select 1000 * extract(epoch from max(finished_at) - min(started_at)) from job" + of) / 1e3, peak(hub));
      }
    }
  }

  private static void connect(Connection owner, String tenant, int port) throws SQLException {
    try (PreparedStatement customer = owner.prepareStatement("insert into tenant (tenant_id, name, country) values (?, 'Bench', 'DE')");
        PreparedStatement connection = owner.prepareStatement("insert into connection (tenant_id, connection_id, kind, settings) values (?, 'aws', 'aws-cur', jsonb_build_object('location', 's3://bills/exports/hub-export', 'endpoint', ?::text))")) {
      customer.setString(1, tenant);
      customer.execute();
      connection.setString(1, tenant);
      connection.setString(2, "http://localhost:" + port);
      connection.execute();
    }
  }

  /** The hub's own PostgreSQL, as its owner, once the hub has made its tables and takes jobs. */
  private static Connection database(Path data, Process hub) throws Exception {
    Path pid = data.resolve("postgres/postmaster.pid");
    Path secret = data.resolve("database.secret");
    for (int i = 0; i < 120 && hub.isAlive(); i++) {
      Thread.sleep(1000);
      if (Files.exists(secret) && Files.exists(pid) && Files.readAllLines(pid).size() > 3) {
        String url = "jdbc:postgresql://localhost:" + Files.readAllLines(pid).get(3).strip() + "/hub";
        if (loaded(url, Files.readString(secret).strip())) {
          Thread.sleep(5000);
          return DriverManager.getConnection(url, "hub_owner", Files.readString(secret).strip());
        }
      }
    }
    throw new IllegalStateException("the hub did not start:\n" + Files.readString(data.resolveSibling("hub.log")));
  }

  /** The shipped factors are loaded last. */
  private static boolean loaded(String url, String secret) {
    try (Connection owner = DriverManager.getConnection(url, "hub_owner", secret); Statement statement = owner.createStatement()) {
      return number(statement, "select count(*) from factor") > 0;
    } catch (SQLException e) {
      return false;
    }
  }

  private static double job(Statement statement, String tenant, String kind, String payload) throws Exception {
    statement.execute("insert into job (tenant_id, kind, payload, dedupe_key, exclusive_key) values ('%s', '%s', '%s', '%s', '%s')".formatted(tenant, kind, payload, kind + tenant, kind + tenant));
    String state = "queued";
    while (state.equals("queued") || state.equals("running")) {
      Thread.sleep(20);
      try (ResultSet row = statement.executeQuery("select state, cause, extract(epoch from finished_at - started_at) from job where tenant_id = '" + tenant + "' and kind = '" + kind + "'")) {
        row.next();
        state = row.getString(1);
        if (row.getString(2) != null) {
          throw new IllegalStateException(kind + " failed: " + row.getString(2));
        }
        if (state.equals("succeeded")) {
          return row.getDouble(3);
        }
      }
    }
    throw new IllegalStateException(kind + " is " + state);
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long megabytes(List<Path> files) {
    return files.stream().mapToLong(file -> file.toFile().length()).sum() >> 20;
  }

  /** The most that the hub's process has held, without PostgreSQL's; only Linux says. */
  private static String peak(Process hub) throws Exception {
    return Files.readAllLines(Path.of("/proc", Long.toString(hub.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmHWM:")).map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) / 1024)).findFirst().orElse("");
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path data) throws Exception {
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
