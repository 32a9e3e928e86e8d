package com.offgridflow.report;

import static com.offgridflow.report.SampleReports.total;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Finding.Figure;
import com.offgridflow.report.Finding.Missing;
import com.offgridflow.report.Finding.Words;
import com.offgridflow.report.energy.EnergyBalance;
import com.offgridflow.report.energy.EnergyCarrier;
import com.offgridflow.report.energy.EnergyGap;
import com.offgridflow.report.energy.EnergySource;
import com.offgridflow.report.energy.EnergyTotal;
import com.offgridflow.report.energy.EnergyTotal.Contract;
import com.offgridflow.report.statement.Statement;
import com.offgridflow.report.statement.Statements;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What data points of ESRS E1 find in an invented inventory. */
class EvaluationTest {
  private static final ReportingPeriod YEAR = ReportingPeriod.ofYear(2024);
  private static final Inventory EMISSIONS =
      Inventory.of(
          List.of(
              total(1, "fuel-based", null, "combustion", "2000", 2),
              total(2, "location-based", null, "use", "1000", 3),
              total(3, "average-data", 3, "upstream", "500", 4)));

  /** (2 + 1 + 0.5) t / 70,000 EUR = 0.00005 t/EUR. */
  @Test
  void shouldDivideEmissionsByTheRevenueThatIsStated() {
    Figure intensity =
        figure(with(money("net-revenue", "70000", "EUR")), "E1-6.intensity-location");

    assertThat(intensity.exact()).isEqualByComparingTo("0.00005");
    assertThat(intensity.unit()).isEqualTo("tCO2e/EUR");
    assertThat(intensity.emissions()).isEqualTo(9);
  }

  @Test
  void shouldHaveNoIntensityWithoutRevenueAndNameTheDataPoint() {
    Missing missing = missing(EMISSIONS, "E1-6.intensity-location");

    assertThat(missing.reason()).contains("Net revenue used to calculate the GHG intensity");
    assertThat(missing.remedy())
        .isEqualTo(new Remedy(Remedy.Kind.DATA_POINTS, List.of("E1-6.net-revenue")));
    assertThat(missing(EMISSIONS, "E1-6.net-revenue").remedy())
        .isEqualTo(new Remedy(Remedy.Kind.STATEMENT, List.of("net-revenue")));
  }

  @Test
  void shouldNotDivideByARevenueOfZero() {
    Inventory inventory = with(money("net-revenue", "0", "EUR"));

    assertThat(missing(inventory, "E1-6.intensity-location").reason()).contains("is zero");
  }

  @Test
  void shouldLookAtStatementsOfTheVeryPeriodOnly() {
    Statement other =
        new Statement(
            1,
            "net-revenue",
            ReportingPeriod.ofYear(2023),
            Optional.of(BigDecimal.TEN),
            "EUR",
            "",
            "",
            "ledger",
            "jo",
            Instant.EPOCH);

    assertThat(missing(with(other), "E1-6.net-revenue").reason()).contains("'net-revenue'");
  }

  @Test
  void shouldTakeAStatementWhereNothingIsOnRecord() {
    Inventory none =
        Inventory.of(List.of())
            .with(new Statements(List.of(money("emissions.scope-1", "0", "tCO2e"))));

    Figure scope1 = figure(none, "E1-6.scope-1");

    assertThat(scope1.exact()).isZero();
    assertThat(scope1.stated()).isPresent();
  }

  @Test
  void shouldPreferRecordsToStatements() {
    Figure scope1 = figure(with(money("emissions.scope-1", "9", "tCO2e")), "E1-6.scope-1");

    assertThat(scope1.exact()).isEqualByComparingTo("2");
    assertThat(scope1.stated()).isEmpty();
  }

  @Test
  void shouldConvertStatedUnits() {
    Inventory inventory =
        with(
            money("energy.production.renewable", "1000", "kWh"),
            money("emissions.scope-1.ets-share", "12.5", "%"));

    assertThat(figure(inventory, "E1-5.production.renewable").exact()).isEqualByComparingTo("1");
    assertThat(figure(inventory, "E1-6.ets-share").exact()).isEqualByComparingTo("0.125");
  }

  /** 300 of gas, 500 unspecified and 200 renewable: 800 of 1000 MWh are fossil. */
  @Test
  void shouldCountBoughtEnergyOfUnknownOriginAsFossil() {
    Inventory inventory = EMISSIONS.with(List.of(), new EnergyBalance(ENERGY, List.of()));

    assertThat(figure(inventory, "E1-5.fossil").exact()).isEqualByComparingTo("800");
    assertThat(figure(inventory, "E1-5.total").exact()).isEqualByComparingTo("1000");
    assertThat(figure(inventory, "E1-5.fossil-share").exact()).isEqualByComparingTo("0.8");
    // 200 of 700 MWh bought are covered
    assertThat(figure(inventory, "E1-6.unbundled-share").exact().toPlainString())
        .startsWith("0.285714");
    assertThat(missing(inventory, "E1-5.nuclear").reason()).contains("nuclear");
  }

  @Test
  void shouldGiveNoTotalOfEnergyOfWhichAPartIsUnknown() {
    EnergyGap gap = new EnergyGap(EnergyCarrier.FUEL, EnergySource.COAL, "3 t of 'x'");
    Inventory inventory = EMISSIONS.with(List.of(), new EnergyBalance(ENERGY, List.of(gap)));

    assertThat(missing(inventory, "E1-5.fuel.coal").reason()).contains("3 t of 'x'");
    assertThat(missing(inventory, "E1-5.total").remedy().names()).contains("E1-5.fossil");
    assertThat(figure(inventory, "E1-5.fuel.gas").exact()).isEqualByComparingTo("300");
  }

  @Test
  void shouldGiveNoSingleGasWhereSomeFactorsStateCo2eOnly() {
    GasTotal told =
        new GasTotal(1, "fuel-based", Optional.empty(), Map.of(Gas.CH4, BigDecimal.TEN), 2, 0);
    GasTotal untold = new GasTotal(1, "spend-based", Optional.empty(), Map.of(), 0, 5);

    Inventory known = EMISSIONS.with(List.of(told), EnergyBalance.none());
    Inventory unknown = EMISSIONS.with(List.of(told, untold), EnergyBalance.none());

    assertThat(figure(known, "E1-6.scope-1.gas-CH4").exact()).isEqualByComparingTo("0.010");
    assertThat(missing(unknown, "E1-6.scope-1.gas-CH4").reason()).contains("5 emissions");
  }

  @Test
  void shouldTakeWordsInTheReportsLanguageElseInEnglish() {
    Inventory inventory =
        with(words("methodology", "en", "As measured."), words("methodology", "de", "Gemessen."));

    assertThat(((Words) find(inventory, "E1-6.methodology", Locale.GERMAN)).stated().text())
        .isEqualTo("Gemessen.");
    assertThat(((Words) find(inventory, "E1-6.methodology", Locale.FRENCH)).stated().text())
        .isEqualTo("As measured.");
  }

  private static final List<EnergyTotal> ENERGY =
      List.of(
          energy(EnergyCarrier.FUEL, EnergySource.GAS, Contract.NONE, "300000"),
          energy(EnergyCarrier.ELECTRICITY, EnergySource.UNSPECIFIED, Contract.NONE, "500000"),
          energy(EnergyCarrier.ELECTRICITY, EnergySource.RENEWABLE, Contract.UNBUNDLED, "200000"));

  private static EnergyTotal energy(
      EnergyCarrier carrier, EnergySource source, Contract contract, String kwh) {
    return new EnergyTotal(carrier, source, contract, new BigDecimal(kwh), 1);
  }

  private static Inventory with(Statement... statements) {
    return EMISSIONS.with(new Statements(List.of(statements)));
  }

  private static Statement money(String key, String value, String unit) {
    return new Statement(
        1,
        key,
        YEAR,
        Optional.of(new BigDecimal(value)),
        unit,
        "",
        "",
        "ledger",
        "jo",
        Instant.EPOCH);
  }

  private static Statement words(String key, String language, String text) {
    return new Statement(
        1, key, YEAR, Optional.empty(), "", text, language, "manual", "jo", Instant.EPOCH);
  }

  private static Figure figure(Inventory inventory, String point) {
    return (Figure) find(inventory, point, Locale.ENGLISH);
  }

  private static Missing missing(Inventory inventory, String point) {
    return (Missing) find(inventory, point, Locale.ENGLISH);
  }

  private static Finding find(Inventory inventory, String point, Locale language) {
    return new Evaluation(Frameworks.load("esrs-2023"), inventory, YEAR, language)
        .findings()
        .get(point);
  }
}
