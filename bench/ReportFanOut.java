import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times a report over a year of so many activities: freezing it, and each of its renderings. The
 * activities and emissions are made by SQL in a hub of its own, on an empty data directory.
 */
class ReportFanOut {
  private static final String TENANT =
      """
      insert into tenant (tenant_id, name, lei, country)
      values ('bench', 'Bench SE', '98450000OFFGRIDHUB77', 'DE');
      insert into report_plan (tenant_id, plan_id, framework, period_start, period_end)
      values ('bench', 'year', 'esrs-2023', '2024-01-01', '2025-01-01')""";

  /** Nineteen of twenty are cloud use in 12 regions and 40 services, the twentieth is electricity. */
  private static final String ACTIVITIES =
      """
      insert into activity (tenant_id, source, record_key, content_digest, kind, subject, quantity,
        unit, period_start, period_end, supplier, region, postcode, country, facility, account,
        service, cost, currency, run_id, evidence_object, evidence_digest, locator, lines)
      select 'bench', 'cur', 'k' || n, sha256(n::text::bytea),
        case when n %% 20 = 0 then 'electricity' else 'cloud.compute' end, 'm5.large',
        (n %% 977) / 7.0, case when n %% 20 = 0 then 'kWh' else 'h' end, d, d + interval '1 day',
        case when n %% 20 = 0 then '' else 'aws' end, 'region-' || n %% 12, '', 'DE',
        case when n %% 20 = 0 then 'site ' || n %% 50 else '' end, 'account-' || n %% 30,
        case when n %% 20 = 0 then '' else 'service ' || n %% 40 end, (n %% 100) / 3.0, 'EUR', 1,
        'cur-' || n %% 12 || '.parquet', repeat('0a', 32), 'row ' || n, 30
      from generate_series(1, %d) n
      cross join lateral (select timestamptz '2024-01-01 00:00Z' + n %% 366 * interval '1 day' as d)""";

  private static final String CALCULATIONS =
      """
      insert into calculation (tenant_id, digest, body, factor_ids)
      select 'bench', sha256(n::text::bytea), '{"formula": "made for the bench"}',
        array(select factor_id from factor order by factor_id offset n * 3 limit 3)
      from generate_series(1, 500) n""";

  /** Electricity has one by location and one by market, cloud use one. */
  private static final String EMISSIONS =
      """
      insert into emission (tenant_id, activity_id, component, scope, category, method, kg_co2e,
        energy_kwh, gwp_set, converted_quantity, converted_unit, calculation_id, formula)
      select 'bench', a.activity_id, 'operational', case when a.kind = 'electricity' then 2 else 3 end,
        case when a.kind = 'electricity' then null else 1 end, m.method, a.quantity * 0.32965,
        a.quantity, 'AR6', a.quantity, a.unit,
        (select min(calculation_id) from calculation) + a.activity_id % 500, 'bench'
      from activity a
      join (values ('electricity', 'location-based'), ('electricity', 'market-based'),
        ('cloud.compute', 'average-data')) m (kind, method) using (kind)""";

  private static final String JOB =
      """
      insert into job (tenant_id, kind, payload, dedupe_key)
      values ('bench', 'report', '{"plan": "year"}', 'report/year@bench')""";
  private static final String STEPS =
      """
      select kind, state, attempt, coalesce(cause, ''), extract(epoch from finished_at - started_at),
        extract(epoch from finished_at - min(started_at) over ())
      from job where tenant_id = 'bench' order by job_id""";
  private static final String BEGIN =
      "select min(started_at) from job where tenant_id = 'bench'";

  public static void main(String[] arguments) throws Exception {
    Path work = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    int activities = Integer.parseInt(arguments[1]);
    Path data = Files.createTempDirectory(work, "data-");
    Process hub = start(data);
    try {
      measure(data, activities, hub);
    } catch (SQLException e) {
      throw new IllegalStateException(Files.readString(data.resolve("log")), e);
    } finally {
      hub.destroy();
      hub.waitFor();
      delete(data);
    }
  }

  private static void measure(Path data, int activities, Process hub) throws Exception {
    try (Connection connection = connect(data); Statement statement = connection.createStatement()) {
      for (String sql : List.of(TENANT, ACTIVITIES.formatted(activities), CALCULATIONS, EMISSIONS)) {
        statement.execute(sql);
      }
      statement.execute("analyze");
      statement.execute(JOB);
      while (unfinished(statement)) {
        Thread.sleep(500);
      }
      System.out.printf(
          Locale.ROOT, "%n| %,d activities | s | done after s | MB |%n|---|---|---|---|%n", activities);
      jobs(statement);
      files(data.resolve("out"), begin(statement));
    }
    System.out.printf(Locale.ROOT, "%nPeak process: %,d MB%n", peak(hub));
  }

  private static Process start(Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
            "-Dhub.data=" + data, "-Dhub.out=" + data.resolve("out"), "-Dquarkus.http.port=0",
            "-Dmail.host=localhost", "-jar", "target/quarkus-app/quarkus-run.jar")
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("log").toFile())
        .start();
  }

  /** The tables are there when the hub has started. */
  private static Connection connect(Path data) throws Exception {
    for (int tries = 0; tries < 240; tries++) {
      Thread.sleep(500);
      try {
        List<String> server = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        String password = Files.readString(data.resolve("database.secret")).strip();
        String url = "jdbc:postgresql://localhost:" + server.get(3).strip() + "/hub";
        Connection connection = DriverManager.getConnection(url, "hub_owner", password);
        if (started(data)) {
          return connection;
        }
        connection.close();
      } catch (IOException | SQLException | IndexOutOfBoundsException e) {
        // not there yet
      }
    }
    throw new IllegalStateException("the hub did not start:\n" + Files.readString(data.resolve("log")));
  }

  private static boolean started(Path data) throws IOException {
    return Files.readString(data.resolve("log")).contains("started in");
  }

  private static boolean unfinished(Statement statement) throws SQLException {
    String sql =
        "select count(*) from job where tenant_id = 'bench' and state in ('queued', 'running') and attempt < 2";
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getLong(1) > 0;
    }
  }

  private static Instant begin(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(BEGIN)) {
      row.next();
      return row.getTimestamp(1).toInstant();
    }
  }

  private static void jobs(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(STEPS)) {
      while (row.next()) {
        System.out.printf(
            Locale.ROOT,
            "| job %s, %s in attempt %d %s | %.2f | %.2f | |%n",
            row.getString(1),
            row.getString(2),
            row.getInt(3),
            row.getString(4),
            row.getDouble(5),
            row.getDouble(6));
      }
    }
  }

  /** A file appears when it is whole. */
  private static void files(Path out, Instant begin) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.sorted(Comparator.comparingLong(f -> f.toFile().lastModified())).toList()) {
        Duration after = Duration.between(begin, Files.getLastModifiedTime(file).toInstant());
        System.out.printf(
            Locale.ROOT,
            "| %s | | %.2f | %.1f |%n",
            file.getFileName(),
            after.toMillis() / 1e3,
            Files.size(file) / 1e6);
      }
    }
  }

  /** Of the hub's process since it began, in MB. */
  private static long peak(Process hub) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + hub.pid() + "/status"))) {
      String peak = lines.filter(line -> line.startsWith("VmHWM")).findFirst().orElseThrow();
      return Long.parseLong(peak.replaceAll("\\D", "")) * 1024 / 1_000_000;
    }
  }

  private static void delete(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
