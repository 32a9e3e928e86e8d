package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.INVESTMENT;
import static com.offgridflow.emission.scope3.Examples.assertKg;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Illustrative;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of category 15 in: GHG Protocol, Technical Guidance for Calculating Scope 3
 * Emissions, version 1.0 (2013). Page numbers are those printed on its pages. Inputs and results
 * are the publication's; its factors are illustrative and no data.
 */
class InvestmentsWorkedExamplesTest {

  /** Example 15.1, pages 142 and 143: 493,000 t CO2e. */
  @Test
  void shouldReproduceExample151Equity() {
    assertKg(
        "493000000",
        new Illustrative(),
        equity("120000000", "0.40"),
        equity("200000000", "0.15"),
        equity("1600000000", "0.25"),
        equity("60000000", "0.25"));
  }

  private static Booked equity(String kg, String share) {
    return Booked.of(INVESTMENT, "company", kg, "kg CO2e").told("share", share);
  }

  /**
   * Example 15.2, page 145, of which the first three investees amount to 90,000 + 562,500 +
   * 690,000; the publication calls them tonnes where its factors are in kg CO2e per $.
   */
  @Test
  void shouldReproduceExample152EquityByRevenue() {
    Illustrative factors =
        new Illustrative()
            .world("spend", "telecommunication", "USD", "0.6")
            .world("spend", "pharmaceutical", "USD", "0.5")
            .world("spend", "energy-generation", "USD", "3.0");
    assertKg(
        "1342500",
        factors,
        revenue("telecommunication", "3000000", "0.05"),
        revenue("pharmaceutical", "7500000", "0.15"),
        revenue("energy-generation", "1150000", "0.20"));
  }

  /**
   * Example 15.2, page 145, fourth investee: the publication's own line (5,500,000 × 0.6 × 2 +
   * 5,500,000 × 0.4 × 1.5) × 0.10 is 990,000, where it prints 900,000; asserted is the line.
   */
  @Test
  void shouldComputeTheLineOfExample152InvesteeInTwoSectors() {
    Illustrative factors =
        new Illustrative()
            .world("spend", "food-and-beverage", "USD", "2.0")
            .world("spend", "apparel", "USD", "1.5");
    assertKg(
        "990000",
        factors,
        revenue("food-and-beverage", "3300000", "0.10"),
        revenue("apparel", "2200000", "0.10"));
  }

  /** Example 15.3, page 148: 26,833 t CO2e, the last share taken as 11.11 % as there. */
  @Test
  void shouldReproduceExample153Projects() {
    assertKg(
        "26833000",
        new Illustrative(),
        project("200000000", "0.05"),
        project("10000000", "0.10"),
        project("250000000", "0.05"),
        project("30000000", "0.1111"));
  }

  private static Booked project(String kg, String share) {
    return equity(kg, share).told("investment", "project");
  }

  /** Example 15.4, pages 150 and 151: 7,519 t CO2e; its factors are t per million $. */
  @Test
  void shouldReproduceExample154ProjectsByCostAndRevenue() {
    Illustrative factors =
        new Illustrative()
            .world("spend", "non-residential-structures", "USD", "0.310")
            .world("spend", "health-care-structures", "USD", "0.325")
            .world("spend", "paper-mills", "USD", "0.500")
            .world("spend", "power-generation", "USD", "9.000");
    assertKg(
        "7519000",
        factors,
        revenue("non-residential-structures", "20000000", "0.07"),
        revenue("health-care-structures", "8000000", "0.10"),
        revenue("paper-mills", "3000000", "0.05"),
        revenue("power-generation", "15000000", "0.05"));
  }

  private static Booked revenue(String sector, String dollars, String share) {
    return Booked.of(INVESTMENT, sector, dollars, "USD").told("share", share);
  }

  /** Example 15.5, page 152: 31,500,000 t in 30 years and 63,000,000 t in 60, beside the year's. */
  @Test
  void shouldReproduceExample155LifetimeBesideTheYear() {
    assertThat(lifetime("30")).isEqualByComparingTo("31500000000");
    assertThat(lifetime("60")).isEqualByComparingTo("63000000000");
  }

  private static BigDecimal lifetime(String years) {
    List<Emission> emissions =
        Illustrative.emissions(
            new Illustrative().calculator(),
            project("7000000000", "0.15").told("lifetime_years", years));
    return emissions.stream()
        .filter(emission -> emission.method().equals("projected-lifetime"))
        .filter(emission -> !emission.counted())
        .findFirst()
        .orElseThrow()
        .kgCo2e();
  }
}
