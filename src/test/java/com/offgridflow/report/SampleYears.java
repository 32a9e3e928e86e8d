package com.offgridflow.report;

import static com.offgridflow.report.SampleReports.money;
import static com.offgridflow.report.SampleReports.month;
import static com.offgridflow.report.SampleReports.row;
import static com.offgridflow.report.SampleReports.total;

import com.offgridflow.report.Coverage.CostShare;
import com.offgridflow.report.Coverage.UncoveredUsage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A usual, a small and a large year of the invented company, for tests. */
public final class SampleYears {
  /** 12.346 is 17.7 % below 15 and 2.9 % above 12. */
  private static final List<Comparison> EARLIER =
      List.of(
          new Comparison(
              "E1-6.scope-1",
              Comparison.Role.BASE_YEAR,
              ReportingPeriod.ofYear(2019),
              new BigDecimal("15.000"),
              Optional.of(new BigDecimal("-17.695")),
              "Sustainability report 2019"),
          new Comparison(
              "E1-6.scope-1",
              Comparison.Role.PREVIOUS_YEAR,
              ReportingPeriod.ofYear(2023),
              new BigDecimal("12.000"),
              Optional.of(new BigDecimal("2.880")),
              "2023-annual"));

  private static final List<ReportText> STATEMENTS =
      List.of(
          new ReportText(
              "E1-1.plan",
              "ESRS E1.14",
              "Transition plan",
              Optional.empty(),
              List.of(),
              "Heating moves to heat pumps by 2027.\n\nNew services run where grids are cleanest."));

  /** Scope 1 wholly known, a part of Scope 3, and of Scope 2 nothing. */
  private static final List<ScopeConfidence> CONFIDENCE =
      List.of(
          confidence(1, "12345.6785", "12345.6785", "617.3", "740.7", "1.4"),
          confidence(2, "45678.90149", "0", "0", "0", null),
          confidence(3, "11703.6356", "8123.4567", "1624.7", "2437.0", "2.6"),
          confidence(null, "69728.21559", "20469.1352", "1738.0", "2547.1", "1.9"));

  private SampleYears() {}

  /**
   * A year with months, comparisons and a statement in words, beside what {@link
   * SampleReports#full} has.
   */
  public static Report annual(Locale language) {
    return with(
        SampleReports.freeze(
            SampleReports.request(language), SampleReports.TOTALS, monthly(SampleReports.BASIS)),
        EARLIER,
        STATEMENTS);
  }

  /** One scope, one month, one source. */
  public static Report few(Locale language) {
    ReportBasis basis =
        new ReportBasis(
            List.of(row(1, null, "", "Hamburg office", "stationary-combustion", "2.5", 1)),
            Coverage.none(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(month(7, 1, "fuel-based", "2.5")));
    return SampleReports.freeze(
        SampleReports.request(language),
        List.of(total(1, "fuel-based", null, "", "2.5", 1)),
        basis);
  }

  /** Names as long and figures as large as they come. */
  public static Report large(Locale language) {
    String site = "Rechenzentrumsgesellschaft Nordwestmecklenburg (Bauabschnitt 3), Gebäude 17";
    String code = "arn:aws:ec2:eu-central-1:123456789012:dedicated-host/h-0123456789abcdef0";
    List<BreakdownRow> rows =
        IntStream.rangeClosed(1, 40)
            .mapToObj(
                n ->
                    row(
                        1 + n % 3,
                        n % 3 == 2 ? 1 + n % 15 : null,
                        n % 4 == 0 ? "" : "Amazon Relational Database Service for Oracle " + n,
                        n % 2 == 0 ? site + " " + n : code + n,
                        n % 4 == 0 ? "stationary-combustion" : "cloud.compute",
                        "98765432109876.5432",
                        123_456_789L))
            .toList();
    List<MonthTotal> months =
        IntStream.rangeClosed(1, 36)
            .mapToObj(n -> month(n % 12 + 1, 1 + n % 3, "fuel-based", n + "98765432109.8765"))
            .toList();
    ReportBasis basis =
        new ReportBasis(
            rows,
            new Coverage(
                List.of(new CostShare(money("98765432109.87"), money("87654321098.76"))),
                List.of(new UncoveredUsage(code, code, money("98765432109.87"), 123_456_789))),
            List.of(new SourceSummary(code, 9_876_543_210L, 9_876_543_209L, 1)),
            SampleReports.BASIS.factors(),
            SampleReports.BASIS.methodology(),
            List.of(),
            months);
    ReportingEntity entity =
        new ReportingEntity(
            "Vereinigte Nordwestdeutsche Energieversorgungs- und Telekommunikationsdienstleistungs"
                + "gesellschaft mbH & Co. Kommanditgesellschaft auf Aktien",
            SampleReports.LEI,
            "DE");
    List<EmissionTotal> totals =
        List.of(
            total(1, "fuel-based", null, "", "98765432109876.5432", 123_456_789),
            total(2, "location-based", null, "", "98765432109876.5432", 123_456_789),
            total(2, "market-based", null, "", "98765432109876.5432", 123_456_789),
            total(3, "average-data", 1, "", "98765432109876.5432", 123_456_789));
    return SampleReports.freeze(SampleReports.request(language, entity), totals, basis);
  }

  /** A year whose winter is colder and whose use of the cloud grows. */
  private static ReportBasis monthly(ReportBasis basis) {
    List<MonthTotal> months =
        IntStream.rangeClosed(1, 12)
            .mapToObj(
                n ->
                    Stream.of(
                        month(n, 1, "fuel-based", String.valueOf(Math.abs(n - 7) * 340)),
                        month(n, 2, "location-based", String.valueOf(3600 + n % 4 * 250)),
                        month(n, 2, "market-based", "1"),
                        month(n, 3, "average-data", String.valueOf(700 + n * 40))))
            .flatMap(all -> all)
            .toList();
    return new ReportBasis(
        basis.breakdown(),
        basis.coverage(),
        basis.sources(),
        basis.factors(),
        basis.methodology(),
        basis.restatements(),
        months,
        CONFIDENCE);
  }

  private static ScopeConfidence confidence(
      Integer scope, String total, String known, String below, String above, String quality) {
    return new ScopeConfidence(
        Optional.ofNullable(scope),
        new Confidence(
            new BigDecimal(total),
            new BigDecimal(known),
            new BigDecimal(below),
            new BigDecimal(above),
            Optional.ofNullable(quality).map(BigDecimal::new)));
  }

  /** The same report with what else stands in it. */
  private static Report with(Report report, List<Comparison> comparisons, List<ReportText> texts) {
    return ReportJson.sealed(
        new Report(
            report.request(),
            report.framework(),
            report.values(),
            report.missing(),
            texts,
            comparisons,
            report.basis(),
            report.derivation(),
            ""));
  }
}
