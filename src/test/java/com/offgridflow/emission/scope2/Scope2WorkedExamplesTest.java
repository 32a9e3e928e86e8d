package com.offgridflow.emission.scope2;

import static com.offgridflow.emission.scope2.Scope2Examples.certificate;
import static com.offgridflow.emission.scope2.Scope2Examples.factor;
import static com.offgridflow.emission.scope2.Scope2Examples.use;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.scope2.Scope2Examples.Case;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
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

  private static Case electricity(String kwh, Instrument instrument, Factor... factors) {
    return use(ActivityKind.ELECTRICITY, kwh, instrument, factors);
  }

  private static Factor grid(String rate) {
    return factor("g", GRID, "", "DE", rate);
  }

  private static Factor residual(String rate) {
    return factor("r", RESIDUAL, "", "DE", rate);
  }
}
