package com.offgridflow.report;

import com.offgridflow.activity.Money;
import com.offgridflow.report.Coverage.CostShare;
import com.offgridflow.report.Coverage.UncoveredUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports of an invented company, for tests. */
public final class SampleReports {
  /** Invented; check digits 98 - (98450000OFFGRIDHUB00 mod 97), letters as 10 to 35. */
  public static final Lei LEI = new Lei("98450000OFFGRIDHUB77");

  public static final ReportingEntity ENTITY =
      new ReportingEntity("Northwind Datawerk SE", LEI, "DE");

  /** Scope 1 to 3 with awkward digits; the sums are worked out in DisclosureTest. */
  public static final List<EmissionTotal> TOTALS =
      List.of(
          total(1, "fuel-based", null, "combustion", "12345.6785", 12),
          total(2, "location-based", null, "operational", "45678.90149", 24),
          total(3, "location-based", 1, "operational", "8123.4567", 31_000),
          total(3, "average-data", 1, "embodied", "2345.6789", 12_000),
          total(3, "average-data", 3, "upstream", "1234.5", 24));

  public static final ReportBasis BASIS =
      new ReportBasis(
          List.of(
              row(1, null, "", "Hamburg office", "stationary-combustion", "12345.6785", 12),
              row(2, null, "", "Hamburg office", "electricity", "45678.90149", 24),
              row(3, 1, "Amazon EC2", "us-east-1", "cloud.compute", "6543.21", 21_000),
              row(3, 1, "Amazon S3", "eu-central-1", "cloud.storage.ssd", "2012.3456", 14_000),
              row(3, 1, "Azure Virtual Machines", "westeurope", "cloud.compute", "1913.58", 8_000),
              row(3, 3, "", "Hamburg office", "electricity", "1234.5", 24)),
          new Coverage(
              List.of(new CostShare(money("48210.55"), money("41904.12"))),
              List.of(
                  new UncoveredUsage(
                      "Amazon Bedrock", "Claude3-input-tokens", money("5120.4"), 812),
                  new UncoveredUsage("Amazon Route 53", "DNS-Queries", money("1186.03"), 4_410))),
          List.of(
              new SourceSummary("CUR 2.0 export, December 2024", 200_000, 199_988, 12),
              new SourceSummary("FOCUS 1.0 export", 12_500, 12_500, 0),
              new SourceSummary("Utility bills", 41, 36, 5)),
          List.of(
              new FactorReference("egrid2022-srvc", "US EPA", "eGRID2022", "Public domain", ""),
              new FactorReference(
                  "ember-2023-deu",
                  "Ember",
                  "Yearly electricity data 2024",
                  "CC BY 4.0",
                  "Contains data from Ember, licensed under CC BY 4.0."),
              new FactorReference(
                  "desnz-2025-natural-gas",
                  "UK DESNZ",
                  "GHG conversion factors 2025",
                  "Open Government Licence v3.0",
                  "Contains public sector information licensed under the Open Government Licence"
                      + " v3.0.")),
          List.of(
              "Cloud use is estimated from processor time, memory, storage and traffic on the"
                  + " bills, times power, PUE and grid intensity of the region.",
              "Purchased electricity is location-based: metered kWh times the grid's intensity."));

  /** 12.346 is 17.7 % below 15 and 2.9 % above 12. */
  public static final List<Comparison> EARLIER =
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

  public static final List<ReportText> STATEMENTS =
      List.of(
          new ReportText(
              "E1-1.plan",
              "ESRS E1.14",
              "Transition plan",
              Optional.empty(),
              "Heating moves to heat pumps by 2027.\n\nNew services run where grids are cleanest."));

  private SampleReports() {}

  public static Report full() {
    return freeze(request(Locale.ENGLISH), TOTALS, BASIS);
  }

  /** A year with months, comparisons and a statement in words, beside what {@link #full} has. */
  public static Report annual(Locale language) {
    return with(freeze(request(language), TOTALS, monthly(BASIS)), EARLIER, STATEMENTS);
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
    return freeze(request(language), List.of(total(1, "fuel-based", null, "", "2.5", 1)), basis);
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
            BASIS.factors(),
            BASIS.methodology(),
            List.of(),
            months);
    ReportingEntity entity =
        new ReportingEntity(
            "Vereinigte Nordwestdeutsche Energieversorgungs- und Telekommunikationsdienstleistungs"
                + "gesellschaft mbH & Co. Kommanditgesellschaft auf Aktien",
            LEI,
            "DE");
    List<EmissionTotal> totals =
        List.of(
            total(1, "fuel-based", null, "", "98765432109876.5432", 123_456_789),
            total(2, "location-based", null, "", "98765432109876.5432", 123_456_789),
            total(2, "market-based", null, "", "98765432109876.5432", 123_456_789),
            total(3, "average-data", 1, "", "98765432109876.5432", 123_456_789));
    return freeze(request(language, entity), totals, basis);
  }

  public static Report empty() {
    return empty(Locale.ENGLISH);
  }

  public static Report empty(Locale language) {
    return freeze(request(language), List.of(), ReportBasis.none());
  }

  public static Report of(List<EmissionTotal> totals) {
    return freeze(request(Locale.ENGLISH), totals, BASIS);
  }

  public static Report freeze(
      ReportRequest request, List<EmissionTotal> totals, ReportBasis basis) {
    return new Disclosure(Frameworks.load("esrs-2023")).freeze(request, totals, basis);
  }

  public static ReportRequest request(Locale language) {
    return request(language, ENTITY);
  }

  public static ReportRequest request(Locale language, ReportingEntity entity) {
    return new ReportRequest(
        "2024-annual",
        "northwind",
        entity,
        ReportingPeriod.ofYear(2024),
        Instant.parse("2025-01-15T06:00:00Z"),
        language,
        Theme.HUB);
  }

  /** A year whose winter is colder and whose use of the cloud grows. */
  public static ReportBasis monthly(ReportBasis basis) {
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

  /** Scope 1 wholly known, a part of Scope 3, and of Scope 2 nothing. */
  private static final List<ScopeConfidence> CONFIDENCE =
      List.of(
          confidence(1, "12345.6785", "12345.6785", "617.3", "740.7", "1.4"),
          confidence(2, "45678.90149", "0", "0", "0", null),
          confidence(3, "11703.6356", "8123.4567", "1624.7", "2437.0", "2.6"),
          confidence(null, "69728.21559", "20469.1352", "1738.0", "2547.1", "1.9"));

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

  public static MonthTotal month(int month, int scope, String method, String kg) {
    return new MonthTotal(YearMonth.of(2024, month), scope, method, new BigDecimal(kg));
  }

  /** The same report with what else stands in it. */
  public static Report with(Report report, List<Comparison> comparisons, List<ReportText> texts) {
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

  public static EmissionTotal total(
      int scope, String method, Integer category, String component, String kg, long count) {
    return new EmissionTotal(
        scope, method, Optional.ofNullable(category), component, new BigDecimal(kg), count);
  }

  public static BreakdownRow row(
      int scope,
      Integer category,
      String service,
      String site,
      String kind,
      String kg,
      long count) {
    return new BreakdownRow(
        scope,
        Optional.ofNullable(category),
        service,
        site,
        kind,
        new BigDecimal(kg),
        false,
        count);
  }

  public static Money money(String amount) {
    return new Money(new BigDecimal(amount), "EUR");
  }

  /**
   * The figures, and beside them what other data points bring: energy, money, ratio, text, years.
   */
  public static Report everything() {
    Report full = full();
    List<ReportValue> values = new ArrayList<>(full.values());
    values.add(value("E1-5.energy", "EnergyConsumptionRelatedToOwnOperations", "1234.5", "MWh", 1));
    values.add(
        value(
            "E1-5.renewable",
            "PercentageOfRenewableSourcesInTotalEnergyConsumption",
            "0.4567",
            "pure",
            4));
    values.add(
        value("E1-6.revenue", "NetRevenueUsedToCalculateGHGIntensity", "48000000", "EUR", -3));
    values.add(
        value(
            "E1-6.intensity",
            "GHGEmissionsIntensityLocationbasedTotalGHGEmissionsPerNetRevenue",
            "0.00000145266",
            "tCO2e/EUR",
            9));
    return ReportJson.sealed(
        new Report(
            full.request(),
            full.framework(),
            values,
            full.missing(),
            TAGGED_TEXTS,
            TAGGED_COMPARISONS,
            full.basis(),
            Optional.of(DERIVATION),
            ""));
  }

  private static final List<ReportText> TAGGED_TEXTS =
      List.of(
          new ReportText(
              "E1-6.reconciliation",
              "ESRS E1-6 55",
              "Reconciliation of net revenue",
              Optional.of(
                  "DisclosureOfReconciliationToFinancialStatementsOfNetRevenueUsedForCalculationOfGHGEmissionsIntensityExplanatory"),
              "Net revenue < gross revenue & other income.\n\nSee note 4 of the financial statements."),
          new ReportText(
              "E1-6.untagged",
              "ESRS E1-6 50",
              "Boundary",
              Optional.empty(),
              "Operational control."));

  private static final List<Comparison> TAGGED_COMPARISONS =
      List.of(
          new Comparison(
              "E1-6.scope-1",
              Comparison.Role.PREVIOUS_YEAR,
              ReportingPeriod.ofYear(2023),
              new BigDecimal("13.000"),
              Optional.of(new BigDecimal("-5.03")),
              "2023-annual"),
          new Comparison(
              "E1-6.scope-1",
              Comparison.Role.BASE_YEAR,
              ReportingPeriod.ofYear(2020),
              new BigDecimal("20.5"),
              Optional.of(new BigDecimal("-39.8")),
              "stated by A. Accountant"),
          new Comparison(
              "E1-6.scope-3.category-01",
              Comparison.Role.PREVIOUS_YEAR,
              ReportingPeriod.ofYear(2023),
              new BigDecimal("9.000"),
              Optional.empty(),
              "2023-annual"));

  private static final Derivation DERIVATION =
      new Derivation(
          "ab".repeat(32),
          43_060,
          List.of(
              new Derivation.Evidence("cur/2024-12.csv.gz", "cd".repeat(32), 43_000),
              new Derivation.Evidence("bills/<hh> & co.csv", "ef".repeat(32), 36)),
          7);

  private static ReportValue value(
      String id, String concept, String exact, String unit, int decimals) {
    return new ReportValue(
        id,
        "ESRS " + id,
        concept,
        new BigDecimal(exact),
        unit,
        decimals,
        Optional.of(concept),
        List.of(),
        0,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** Electricity by EFRAG's VSME taxonomy, at the places named. */
  public static Report vsme(Dimension... places) {
    Report full = full();
    Taxonomy taxonomy =
        new Taxonomy(
            "https://xbrl.efrag.org/taxonomy/vsme/2025-07-30/vsme",
            "vsme",
            "https://xbrl.efrag.org/taxonomy/vsme/2025-07-30/vsme-all.xsd");
    ReportValue energy =
        new ReportValue(
            "B3.electricity",
            "VSME B3 29",
            "Electricity",
            new BigDecimal("41.25"),
            "MWh",
            2,
            Optional.of("EnergyConsumptionFromElectricity"),
            List.of(places),
            0,
            false,
            Optional.empty(),
            Optional.empty());
    FrameworkRelease release =
        new FrameworkRelease(
            "vsme-2025", "2025-07-30", "VSME B3", Optional.of(taxonomy), FrameworkStatus.ADOPTED);
    return ReportJson.sealed(
        new Report(
            full.request(),
            release,
            List.of(energy),
            List.of(),
            List.of(),
            List.of(),
            full.basis(),
            ""));
  }
}
