package com.offgridflow.emission.scope2;

import static com.offgridflow.emission.scope2.Instruments.RETIRED;
import static com.offgridflow.emission.scope2.Instruments.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.factor.Source;
import com.offgridflow.factor.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Published examples to their published digits, then hand calculations, which are named as such.
 */
class Scope2WorkedExamplesTest {
  private static final String GRID = FactorKind.GRID;
  private static final String RESIDUAL = FactorKind.RESIDUAL_MIX;

  /**
   * tools.gera.services, "Scope 2 market vs location based", example: 1,000,000 kWh, grid 0.20,
   * zero emission certificates for 600,000 kWh, residual mix 0.45 kg CO2e/kWh: location-based 200
   * t, market-based 0 + 400,000 × 0.45 = 180 t.
   */
  @Test
  void shouldReproduceCertificatesOverPartOfTheConsumption() {
    Case c = electricity("1000000", certificate("600000", "0"), grid("0.20"), residual("0.45"));

    assertThat(c.tonnes("location-based")).isEqualByComparingTo("200");
    assertThat(c.tonnes("market-based")).isEqualByComparingTo("180");
  }

  /** The same page: certificates for every kWh make the market-based total zero, and no other. */
  @Test
  void shouldReproduceCertificatesOverAllOfTheConsumption() {
    Case c = electricity("1000000", certificate("1000000", "0"), grid("0.20"), residual("0.45"));

    assertThat(c.tonnes("location-based")).isEqualByComparingTo("200");
    assertThat(c.tonnes("market-based")).isEqualByComparingTo("0");
  }

  /**
   * calcsimpler.com, "Scope 2 market-based emissions", example 1: 12,000,000 kWh, 9,000,000 covered
   * at 0.02, residual 0.45 kg/kWh, all raised by 2 % of losses: 1,560.60 t, of which 1,377,000 kg
   * are residual. Losses belong to Scope 3 here, so the raised quantities are the input.
   */
  @Test
  void shouldReproduceAContractWithARateOfItsOwn() {
    Case c = electricity("12240000", certificate("9180000", "0.02"), grid("0.3"), residual("0.45"));

    assertThat(c.tonnes("market-based")).isEqualByComparingTo("1560.60");
    assertThat(c.kilograms("residual")).isEqualByComparingTo("1377000");
  }

  /** The same page, example 2: 4,500,000 kWh all covered at 0, residual 0.58: 0.00 t and 0 kg. */
  @Test
  void shouldReproduceFullCoverWithoutAnyResidual() {
    Case c = electricity("4500000", certificate("4500000", "0"), grid("0.3"), residual("0.58"));

    assertThat(c.tonnes("market-based")).isEqualByComparingTo("0.00");
    assertThat(c.kilograms("residual")).isEqualByComparingTo("0");
  }

  /**
   * WattCarbon, "Scope 2 emissions accounting": of 100 MWh 75 are bought as clean energy, the rest
   * takes the locational rate since there is no residual mix: 25 % of the location-based total.
   */
  @Test
  void shouldReproduceTheGridsRateWhereThereIsNoResidualMix() {
    Case c = electricity("100000", certificate("75000", "0"), grid("0.4"));

    assertThat(c.tonnes("market-based").multiply(BigDecimal.valueOf(4)))
        .isEqualByComparingTo(c.tonnes("location-based"));
    assertThat(c.kilograms("grid-average")).isEqualByComparingTo("10000");
  }

  /** By hand: 1000 kWh at the supplier's 0.3 are 300 kg, whatever the residual mix. */
  @Test
  void shouldTakeASuppliersRateBeforeTheResidualMix() {
    Factor rate = factor("s", FactorKind.SUPPLIER_RATE, "electricity", "stadtwerke", "0.3");
    Case c = electricity("1000", null, grid("0.4"), residual("0.5"), rate);

    assertThat(c.kilograms("supplier-rate")).isEqualByComparingTo("300");
    assertThat(c.tonnes("market-based")).isEqualByComparingTo("0.3");
  }

  /**
   * UK DESNZ conversion factors 2025, heat and steam: 0.17529 kg CO2e/kWh; by hand 2 MWh are 350.58
   * kg by both methods where no instrument is there, and 175.29 kg where one covers half at 0.
   */
  @Test
  void shouldCountHeatByTheNetworkAndByInstrument() {
    Factor network = factor("h", "heat", "", "DE", "0.17529");
    Instrument half = certificate("1000", "0", Carrier.HEAT);

    Case without = use(ActivityKind.HEAT, "2000", null, network);
    Case with = use(ActivityKind.HEAT, "2000", half, network);

    assertThat(without.tonnes("location-based")).isEqualByComparingTo("0.35058");
    assertThat(without.kilograms("network-average")).isEqualByComparingTo("350.58");
    assertThat(with.tonnes("location-based")).isEqualByComparingTo("0.35058");
    assertThat(with.tonnes("market-based")).isEqualByComparingTo("0.17529");
  }

  /**
   * EPA GHG Emission Factors Hub 2024, table 7: 66.33 kg CO2, 1.25 g CH4, 0.125 g N2O per mmBtu; by
   * hand with AR6's 27.9 and 273: 66.33 + 0.034875 + 0.034125 = 66.399 kg CO2e for one mmBtu.
   */
  @Test
  void shouldCountSteamByItsGases() {
    Amounts gases =
        new Amounts(
            Optional.empty(),
            Optional.of(new BigDecimal("66.33")),
            Optional.of(new BigDecimal("0.00125")),
            Optional.of(new BigDecimal("0.000125")),
            Optional.empty(),
            Map.of());
    Factor steam = factor("s", "steam", "", "US", "mmBtu", gases);
    Activity oneMmBtu =
        activity(ActivityKind.STEAM, new Quantity(BigDecimal.ONE, new Unit("mmBtu")), "US");

    Estimated estimated = (Estimated) calculator(steam).estimate(oneMmBtu);

    assertThat(estimated.emissions())
        .extracting(Emission::method)
        .containsExactly("location-based", "market-based");
    assertThat(estimated.emissions().get(0).kgCo2e())
        .isCloseTo(new BigDecimal("66.399"), Offset.offset(new BigDecimal("1e-9")));
  }

  private record Case(List<Emission> location, List<Emission> market) {
    BigDecimal tonnes(String method) {
      List<Emission> all = method.equals("location-based") ? location : market;
      return sum(all.stream().filter(e -> e.method().equals(method)).toList()).movePointLeft(3);
    }

    BigDecimal kilograms(String component) {
      return sum(market.stream().filter(e -> e.component().equals(component)).toList());
    }

    private static BigDecimal sum(List<Emission> emissions) {
      return emissions.stream().map(Emission::kgCo2e).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private static Case electricity(String kwh, Instrument instrument, Factor... factors) {
    return use(ActivityKind.ELECTRICITY, kwh, instrument, factors);
  }

  private static Case use(ActivityKind kind, String kwh, Instrument instrument, Factor... factors) {
    EmissionCalculator calculator = calculator(factors);
    Activity activity = activity(kind, new Quantity(new BigDecimal(kwh), new Unit("kWh")), "DE");
    Consumption consumption =
        new Consumption(
            1,
            "r1",
            Carrier.ofCode(kind.code()).orElseThrow(),
            new BigDecimal(kwh),
            LocalDate.of(2024, 1, 1),
            new Site("", "", "Stadtwerke", "DE", "DE"));
    List<Instrument> instruments = instrument == null ? List.of() : List.of(instrument);
    Cover cover = Allocator.allocate(instruments, List.of(consumption), TODAY).covers().get(0);
    Outcome market = new MarketBased(calculator).estimate(activity, cover);
    Outcome single = calculator.estimate(activity);
    return new Case(((Estimated) single).emissions(), ((Estimated) market).emissions());
  }

  private static EmissionCalculator calculator(Factor... factors) {
    return new EmissionCalculator(
        new EstimateBasis(
            new FactorLibrary(List.of(factors)),
            ShippedFactors.instances(),
            ShippedFactors.gridZones(),
            ShippedFactors.gwp("AR6"),
            EstimateBasis.HUB_PROFILE));
  }

  private static Activity activity(ActivityKind kind, Quantity quantity, String country) {
    return new Activity(
        "r1",
        kind,
        "",
        quantity,
        new Period(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2025-01-01T00:00:00Z")),
        new Place("Stadtwerke", "", "", country, ""),
        "",
        "",
        Optional.empty(),
        new Evidence("bill.csv", "00", "line 2", 1));
  }

  private static Instrument certificate(String kwh, String rate) {
    return certificate(kwh, rate, Carrier.ELECTRICITY);
  }

  private static Instrument certificate(String kwh, String rate, Carrier carrier) {
    return new Instrument(
        "go",
        InstrumentType.CERTIFICATE,
        carrier,
        Optional.of(new BigDecimal(kwh)),
        Days.year(2024),
        Days.year(2024),
        new TreeSet<>(List.of("DE")),
        Technology.MIX,
        Rate.of(new BigDecimal(rate)),
        Binding.NONE,
        RETIRED);
  }

  private static Factor grid(String rate) {
    return factor("g", GRID, "", "DE", rate);
  }

  private static Factor residual(String rate) {
    return factor("r", RESIDUAL, "", "DE", rate);
  }

  private static Factor factor(String id, String kind, String subject, String place, String rate) {
    return factor(id, kind, subject, place, "kWh", Amounts.of(new BigDecimal(rate)));
  }

  private static Factor factor(
      String id, String kind, String subject, String place, String unit, Amounts amounts) {
    return new Factor(
        id,
        kind,
        subject,
        place,
        Validity.ALWAYS,
        new Unit(unit),
        Factor.KG_CO2E,
        amounts,
        "",
        new Source("test", "test", "test", "test", "test"),
        "");
  }
}
