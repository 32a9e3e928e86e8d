package com.offgridflow.intake.wiring;

import com.offgridflow.calendar.wiring.AccrueBills;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was taken out of a run's staged records before they are merged.
 *
 * @param duplicates records that stood in the delivery more than once, all the same
 * @param refused records that cannot be taken in
 * @param refusedLines their lines
 * @param whole whether a record that is not staged is one that the delivery no longer has
 */
record SortedOut(int duplicates, int refused, long refusedLines, boolean whole) {
  private static final String CLEAN =
      "select rejected = 0 and lines_rejected = 0 from run where run_id = ?";

  /** Sets apart what stands twice, and bills that overlap. */
  static SortedOut of(
      JdbcTemplate jdbc, String tenant, String source, String delivery, long runId) {
    List<Repeated> repeated = Repeated.setApart(jdbc, runId);
    List<Repeated> conflicts = repeated.stream().filter(r -> !r.same()).toList();
    Intake.reject(jdbc, tenant, runId, conflicts.stream().map(Repeated::rejection).toList());
    boolean readWhole = readWhole(jdbc, runId, conflicts);
    List<OverlappingBills.Refused> overlaps =
        source.equals(AccrueBills.SOURCE)
            ? List.of()
            : new OverlappingBills(jdbc, tenant, source, delivery, runId).refuse(readWhole);
    Intake.reject(
        jdbc, tenant, runId, overlaps.stream().map(OverlappingBills.Refused::rejection).toList());
    return new SortedOut(
        repeated.size() - conflicts.size(),
        conflicts.size() + overlaps.size(),
        lines(conflicts, overlaps),
        overlaps.isEmpty() && readWhole);
  }

  /** A row that could not be read may be the one that is missing, so then nothing is withdrawn. */
  private static boolean readWhole(JdbcTemplate jdbc, long runId, List<Repeated> conflicts) {
    return conflicts.isEmpty() && jdbc.queryForObject(CLEAN, Boolean.class, runId);
  }

  private static long lines(List<Repeated> conflicts, List<OverlappingBills.Refused> overlaps) {
    return conflicts.stream().mapToLong(Repeated::lines).sum()
        + overlaps.stream().mapToLong(OverlappingBills.Refused::lines).sum();
  }
}
