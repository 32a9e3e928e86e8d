import com.offgridflow.lake.wiring.DemoInputs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times the way from a billing file to stored emissions, beside plain DuckDB grouping the same file
 * in the same run. Each measurement starts a hub of its own on an empty data directory.
 */
class Bench {
  private static final Pattern TAKEN = Pattern.compile("stored emissions ([0-9.]+) s.*heap (\\d+) MB(?:, process (\\d+) MB)?");
  private static final Pattern ACTIVITIES = Pattern.compile("(?m)^files +([0-9,]+) .*? ([0-9,]+) +[0-9,]+ +[0-9,]+$");

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]).toAbsolutePath();
    System.out.println("| file | lines | activities | plain DuckDB s | hub s | ratio | peak heap MB | peak process MB |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (int i = 1; i < args.length; i++) {
      String[] what = args[i].split(":");
      measure(work, what[0], Long.parseLong(what[1]));
    }
  }

  private static void measure(Path work, String format, long lines) throws Exception {
    Path input = work.resolve(format + "-" + lines);
    Path file = Files.exists(input) ? billing(input) : generate(input, format, lines);
    double plain = Math.min(plain(format, file), plain(format, file));
    String log = hub(work, input);
    Matcher taken = TAKEN.matcher(log);
    Matcher activities = ACTIVITIES.matcher(log);
    if (!taken.find() || !activities.find()) {
      throw new IllegalStateException("the hub did not finish:\n" + log);
    }
    double seconds = Double.parseDouble(taken.group(1));
    System.out.printf(Locale.ROOT, "| %s | %,d | %s | %.2f | %.2f | %.1f | %s | %s |%n",
        format, lines, activities.group(2), plain, seconds, seconds / plain, taken.group(2), taken.group(3));
  }

  private static Path generate(Path input, String format, long lines) {
    return format.equals("cur2-parquet") ? DemoInputs.cur2(input, lines) : DemoInputs.cur(input, lines);
  }

  private static Path billing(Path input) throws Exception {
    try (var files = Files.walk(input)) {
      return files.filter(f -> f.toString().matches(".*(parquet|csv.gz)")).findFirst().orElseThrow();
    }
  }

  private static double plain(String format, Path file) throws Exception {
    boolean parquet = format.equals("cur2-parquet");
    String reader = parquet ? "read_parquet('%s')" : "read_csv('%s')";
    String[] columns = parquet
        ? new String[] {"line_item_usage_start_date", "line_item_usage_account_id", "line_item_product_code", "product_region_code", "line_item_usage_type", "line_item_usage_amount", "line_item_unblended_cost"}
        : new String[] {"\"lineItem/UsageStartDate\"", "\"lineItem/UsageAccountId\"", "\"lineItem/ProductCode\"", "\"product/regionCode\"", "\"lineItem/UsageType\"", "\"lineItem/UsageAmount\"", "\"lineItem/UnblendedCost\""};
    String sql = "select cast(%s as date), %s, %s, %s, %s, sum(cast(%s as decimal(38, 10))), sum(cast(%s as decimal(38, 10))) from "
        .formatted((Object[]) columns) + reader.formatted(file) + " group by 1, 2, 3, 4, 5";
    try (Connection c = DriverManager.getConnection("jdbc:duckdb:"); Statement s = c.createStatement()) {
      long start = System.nanoTime();
      try (ResultSet rows = s.executeQuery(sql)) {
        while (rows.next()) {
          rows.getObject(6);
        }
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static String hub(Path work, Path input) throws Exception {
    Path data = Files.createTempDirectory(work, "data-");
    List<String> command = new ArrayList<>(List.of(
        ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-Dquarkus.profile=demo",
        "-Dhub.exit=true", "-Dhub.data=" + data, "-Dhub.out=" + data.resolve("out"),
        "-Dhub.demo.input=" + input, "-jar", "target/quarkus-app/quarkus-run.jar"));
    Path log = data.resolve("log");
    Process hub = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    hub.waitFor();
    String text = Files.readString(log);
    try (var files = Files.walk(data)) {
      files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
    return text;
  }
}
