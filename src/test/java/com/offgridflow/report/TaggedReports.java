package com.offgridflow.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports of the invented company with all that can be tagged, for tests. */
public final class TaggedReports {
  private static final List<ReportText> TAGGED_TEXTS =
      List.of(
          new ReportText(
              "E1-6.reconciliation",
              "ESRS E1-6 55",
              "Reconciliation of net revenue",
              Optional.of(
                  "DisclosureOfReconciliationToFinancialStatementsOfNetRevenueUsedForCalculationOfGHGEmissionsIntensityExplanatory"),
              List.of(),
              "Net revenue < gross revenue & other income.\n\nSee note 4 of the financial statements."),
          new ReportText(
              "E1-6.untagged",
              "ESRS E1-6 50",
              "Boundary",
              Optional.empty(),
              List.of(),
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

  private TaggedReports() {}

  /**
   * The figures, and beside them what other data points bring: energy, money, ratio, text, years.
   */
  public static Report everything() {
    Report full = SampleReports.full();
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

  /** Energy of these amounts in MWh, which may be less than nothing where a credit is stated. */
  public static Report of(String... amounts) {
    Report full = SampleReports.full();
    List<ReportValue> values =
        Stream.of(amounts)
            .map(
                amount ->
                    value(
                        "E1-5." + amount,
                        "EnergyConsumptionRelatedToOwnOperations",
                        amount,
                        "MWh",
                        3))
            .toList();
    return ReportJson.sealed(
        new Report(
            full.request(),
            full.framework(),
            values,
            List.of(),
            List.of(),
            List.of(),
            full.basis(),
            ""));
  }

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
    Report full = SampleReports.full();
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
