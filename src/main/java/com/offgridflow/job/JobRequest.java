package com.offgridflow.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Work that is asked for.
 *
 * @param kind which route does it
 * @param payload what with
 * @param key asking twice with one key asks once
 * @param exclusiveKey of the tenant's jobs with one such key, one runs at a time
 */
public record JobRequest(
    String kind, Map<String, String> payload, String key, Optional<String> exclusiveKey) {
  /** The payload entry of a delivery that does not ask what has arrived. */
  public static final String AGAIN = "again";

  /** A sync; two syncs of one connection never run side by side. */
  public static JobRequest sync(String connection, String occasion) {
    String subject = "sync/" + connection;
    return new JobRequest(
        "sync", Map.of("connection", connection), subject + "@" + occasion, Optional.of(subject));
  }

  /** Reading a month of a connection again; never beside a sync of it. */
  public static JobRequest backfill(String connection, String month, String backfill) {
    return new JobRequest(
        "backfill",
        Map.of("connection", connection, "month", month, "backfill", backfill),
        "backfill/" + backfill + "/" + month,
        Optional.of("sync/" + connection));
  }

  /** An estimate of whatever has none yet; one at a time. */
  public static JobRequest estimate(String occasion) {
    return new JobRequest("estimate", Map.of(), "estimate@" + occasion, Optional.of("estimate"));
  }

  /** The market-based emissions of a year anew; never beside an estimate. */
  public static JobRequest marketBased(int year, String occasion) {
    return new JobRequest(
        "market-based",
        Map.of("year", Integer.toString(year)),
        "market-based/" + year + "@" + occasion,
        Optional.of("estimate"));
  }

  /** The market-based emissions of all years anew, but for what is filed. */
  public static JobRequest marketBased(String occasion) {
    return new JobRequest(
        "market-based", Map.of(), "market-based@" + occasion, Optional.of("estimate"));
  }

  /** The recalculation of a period. */
  public static JobRequest restate(long restatement) {
    String id = Long.toString(restatement);
    return new JobRequest("restate", Map.of("restatement", id), "restate/" + id, Optional.empty());
  }

  /** An estimate of what had no factor; never beside another estimate. */
  public static JobRequest estimateGaps(String occasion) {
    return new JobRequest(
        "estimate-gaps", Map.of(), "estimate-gaps@" + occasion, Optional.of("estimate"));
  }

  /**
   * An import of factor tables.
   *
   * @param location a directory, a file, or a URL
   * @param table which table the file is an edition of; empty to go by the file's name
   */
  public static JobRequest importFactors(String location, String table, String occasion) {
    String subject = "import-factors/" + table + "/" + location;
    return new JobRequest(
        "import-factors",
        Map.of("location", location, "table", table),
        subject + "@" + occasion,
        Optional.of(subject));
  }

  /** A report by a plan. */
  public static JobRequest report(String plan, String occasion) {
    return new JobRequest(
        "report", Map.of("plan", plan), "report/" + plan + "@" + occasion, Optional.empty());
  }

  /** A delivery of a report to a target; the same report goes there once, and one at a time. */
  public static JobRequest deliver(String targetKind, String target, String report) {
    return new JobRequest(
        "deliver-" + targetKind,
        Map.of("report", report, "target", target),
        "deliver/" + target + "/" + report,
        Optional.of("deliver/" + target));
  }

  /** The same, whether it has arrived there or not. */
  public static JobRequest deliverAgain(
      String targetKind, String target, String report, String occasion) {
    JobRequest first = deliver(targetKind, target, report);
    return new JobRequest(
        first.kind(),
        Map.of("report", report, "target", target, AGAIN, occasion),
        first.key() + "@" + occasion,
        first.exclusiveKey());
  }

  /**
   * The renderings of a report into the hub's own output directory; asks for {@link #deliverTables}
   * as well.
   */
  public static JobRequest deliverFiles(String report) {
    return output("deliver-files", report);
  }

  /** The renderings that hold every emission, there too; each takes long enough for its own job. */
  public static List<JobRequest> deliverTables(String report) {
    return List.of(output("deliver-emissions", report), output("deliver-workbook", report));
  }

  private static JobRequest output(String kind, String report) {
    return new JobRequest(kind, Map.of("report", report), kind + "/" + report, Optional.empty());
  }

  /** The renderings of a frozen CBAM declaration. */
  public static JobRequest declareCbam(String declaration) {
    return new JobRequest(
        "declare-cbam",
        Map.of("declaration", declaration),
        "declare-cbam/" + declaration,
        Optional.empty());
  }
}
