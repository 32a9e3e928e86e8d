package com.offgridflow.report.wiring;

import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.report.Confidence;
import com.offgridflow.report.Coverage;
import com.offgridflow.report.EmissionTotal;
import com.offgridflow.report.GasTotal;
import com.offgridflow.report.Messages;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.ScopeConfidence;
import com.offgridflow.report.WithheldFigure;
import com.offgridflow.report.energy.EnergyBalance;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a report of a tenant and period is made from, as {@link EmissionsInForce} says. */
public final class ReportQueries {
  private static final List<String> NOTES =
      List.of("period", "fuel", "electricity", "cloud", "gaps", "trace");

  private final JdbcTemplate jdbc;
  private final Object[] scope;
  private boolean filled;
  private Long[] calculations;

  /** Queries within one transaction, where the one made last is the one to ask. */
  public ReportQueries(JdbcTemplate jdbc, String tenant, ReportingPeriod period) {
    WholeTables.sum(jdbc);
    this.jdbc = jdbc;
    this.scope = new Object[] {tenant, period.start().toString(), period.end().toString()};
  }

  /** Sums of what is in force. */
  public List<EmissionTotal> totals() {
    return EmissionTotals.inForce(filled());
  }

  /** The totals told apart by gas. */
  List<GasTotal> gases() {
    return GasQueries.of(filled());
  }

  /**
   * Energy that was used.
   *
   * @param library heating values of fuels
   */
  EnergyBalance energy(FactorLibrary library) {
    return EnergyQueries.of(filled(), library, scope);
  }

  /** What waits for a review, so that there is no figure yet. */
  List<WithheldFigure> withheld() {
    return MarketQueries.withheld(jdbc, scope);
  }

  Coverage coverage() {
    return CoverageQueries.of(jdbc, scope);
  }

  /**
   * @param language of the notes on methodology
   */
  ReportBasis basis(Locale language) {
    JdbcTemplate all = filled();
    List<ScopeConfidence> confidences = ConfidenceQuery.of(all);
    return new ReportBasis(
            BreakdownQuery.of(all),
            coverage(),
            ProvenanceQueries.sources(all, (String) scope[0]),
            ProvenanceQueries.factors(all, calculations()),
            methodology(language, ConfidenceQuery.total(confidences)),
            List.of(),
            EmissionTotals.months(all))
        .trusted(confidences);
  }

  private List<String> methodology(Locale language, Confidence trust) {
    Messages messages = Messages.in(language);
    Stream<String> notes = NOTES.stream().map(key -> messages.get("method." + key));
    List<String> confidence = trust.notes(messages, language);
    return Stream.of(notes, MarketQueries.notes(filled(), messages).stream(), confidence.stream())
        .flatMap(each -> each)
        .toList();
  }

  /** What was read, for the report's seal. */
  ProvenanceQueries.EvidenceList evidence() {
    return ProvenanceQueries.evidence(filled());
  }

  /** The calculations of what was read, by number. */
  Long[] calculations() {
    if (calculations == null) {
      calculations = ProvenanceQueries.calculations(filled());
    }
    return calculations;
  }

  private JdbcTemplate filled() {
    if (!filled) {
      ReportScope.fill(jdbc, scope);
      filled = true;
    }
    return jdbc;
  }
}
