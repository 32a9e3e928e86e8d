package com.offgridflow.report.wiring;

import com.offgridflow.report.Derivation;
import com.offgridflow.report.FrameworkRelease;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportJson;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Proves that a frozen report, and all that it was derived from, is as it was when it was frozen.
 */
@ApplicationScoped
public class ReportVerification {
  private static final int MOST = 100;

  private static final String EMISSIONS =
      """
      select 'emission' as part, r.emission_id::text as key
      from report_emission r left join emission e using (emission_id)
      where r.report_id = ? and (e.emission_id is null or r.emission_digest is distinct from %s)
      order by r.emission_id limit ?"""
          .formatted(CanonicalForm.EMISSION);
  private static final String ACTIVITIES =
      """
      select distinct 'activity' as part, e.activity_id::text as key
      from report_emission r join emission e using (emission_id)
        left join activity a using (activity_id)
      where r.report_id = ? and (a.activity_id is null or r.activity_digest is distinct from %s)
      order by 2 limit ?"""
          .formatted(CanonicalForm.ACTIVITY);
  private static final String PARTS =
      """
      select p.kind as part, p.key from report_part p left join %1$s %2$s on %3$s = p.key
      where p.report_id = ? and p.kind = '%1$s' and (%3$s is null or p.digest <> %4$s)
      order by 2 limit ?""";
  private static final List<String> FINDERS =
      List.of(
          EMISSIONS,
          ACTIVITIES,
          PARTS.formatted("calculation", "c", "c.calculation_id::text", CanonicalForm.CALCULATION),
          PARTS.formatted("factor", "f", "f.tenant_id || '/' || f.factor_id", CanonicalForm.FACTOR),
          PARTS.formatted("statement", "s", "s.statement_id::text", CanonicalForm.STATEMENT));
  private static final String REPORT =
      """
      select digest, content, tenant_id, framework, period_start::text, period_end::text,
        extract(epoch from frozen_at)::bigint as frozen_at
      from report where report_id = ?""";

  private final TenantDatabase database;

  ReportVerification(TenantDatabase database) {
    this.database = database;
  }

  /**
   * What was found.
   *
   * @param intact whether nothing was changed
   * @param digest that the report has, to be compared with the one that a filed document names
   * @param derivation digest of what it was derived from; empty where it was frozen without one
   * @param findings what was changed, at most a hundred of each kind
   */
  public record Verdict(
      boolean intact, String digest, Optional<String> derivation, List<Finding> findings) {}

  /** A part of the derivation that is no longer what it was, by its id. */
  public record Finding(String part, String key, String message) {}

  /**
   * @param expected the digest that a document of the report names; empty when there is none
   */
  Verdict verify(String tenant, UUID id, Optional<String> expected) {
    return database.inSnapshot(tenant, jdbc -> verify(jdbc, tenant, id, expected));
  }

  private Verdict verify(JdbcTemplate jdbc, String tenant, UUID id, Optional<String> expected) {
    Map<String, Object> row =
        jdbc.queryForList(REPORT, id).stream()
            .findFirst()
            .orElseThrow(() -> new NotFoundException("tenant " + tenant + " has no report " + id));
    String digest = (String) row.get("digest");
    List<Finding> findings = new ArrayList<>();
    Optional<Report> report = read(id, (String) row.get("content"), digest, findings);
    report.ifPresent(frozen -> compare(row, id, frozen.request(), frozen.framework(), findings));
    expected
        .filter(named -> !named.equals(digest))
        .ifPresent(named -> findings.add(otherDocument(id, named, digest)));
    Optional<String> derived = report.flatMap(Report::derivation).map(Derivation::digest);
    derived.ifPresent(frozen -> compare(jdbc, id, frozen, findings));
    return new Verdict(findings.isEmpty(), digest, derived, findings);
  }

  private static Optional<Report> read(
      UUID id, String content, String digest, List<Finding> findings) {
    try {
      Report report = ReportJson.read(content);
      if (!report.digest().equals(digest)) {
        findings.add(
            finding("report", id, "was put in the place of the one with digest " + digest));
      }
      return Optional.of(report);
    } catch (IllegalArgumentException e) {
      findings.add(finding("report", id, e.getMessage()));
      return Optional.empty();
    }
  }

  /** What stands beside the report's text, by which it is found, must say the same. */
  private static void compare(
      Map<String, Object> row,
      UUID id,
      ReportRequest request,
      FrameworkRelease framework,
      List<Finding> findings) {
    Map<String, Object> frozen =
        Map.of(
            "tenant_id", request.tenant(),
            "framework", framework.id(),
            "period_start", request.period().start().toString(),
            "period_end", request.period().end().toString(),
            "frozen_at", request.frozenAt().getEpochSecond());
    frozen.forEach(
        (column, value) -> {
          if (!value.equals(row.get(column))) {
            findings.add(
                finding(
                    "report",
                    id,
                    "has %s '%s' in its row; it was frozen with '%s'"
                        .formatted(column, row.get(column), value)));
          }
        });
  }

  private static Finding otherDocument(UUID id, String named, String digest) {
    return finding("document", id, "names digest %s, the report has %s".formatted(named, digest));
  }

  private static void compare(JdbcTemplate jdbc, UUID id, String frozen, List<Finding> findings) {
    String remembered = new ReportDerivation(jdbc, id).digest();
    if (!remembered.equals(frozen)) {
      findings.add(
          finding(
              "derivation",
              id,
              "was digested as %s, its records now give %s".formatted(frozen, remembered)));
    }
    for (String query : FINDERS) {
      jdbc.query(
              query,
              (row, n) ->
                  finding(
                      row.getString("part"),
                      row.getString("key"),
                      "is gone, or not what it was when the report was frozen"),
              id,
              MOST)
          .forEach(findings::add);
    }
  }

  private static Finding finding(String part, Object key, String message) {
    return new Finding(part, key.toString(), message);
  }
}
