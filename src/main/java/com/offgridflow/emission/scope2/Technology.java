package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the energy was generated, and between which rates that is plausible, in kg CO2e per kWh.
 *
 * <p>Fuels: no plant turns more than the fuel's heat into energy, so a rate is at least the carbon
 * of one kWh of fuel: lower bound of the default CO2 factor in IPCC 2006 Guidelines, volume 2,
 * table 2.2, in kg/TJ on net calorific value, times 3.6/1,000,000 TJ/MWh. Generation without fuel
 * has no direct emissions (IPCC AR5, Working Group III, annex III, table A.III.2); its bound is the
 * largest median of whole life cycles in that table, 48 g/kWh of utility solar, which leaves room
 * for suppliers that state life cycles. Biomass and geothermal stay below the carbon of natural
 * gas; biogenic CO2 is no part of the rate.
 */
public enum Technology {
  SOLAR("solar", "0", Technology.LIFE_CYCLE),
  WIND("wind", "0", Technology.LIFE_CYCLE),
  HYDRO("hydro", "0", Technology.LIFE_CYCLE),
  MARINE("marine", "0", Technology.LIFE_CYCLE),
  NUCLEAR("nuclear", "0", Technology.LIFE_CYCLE),
  GEOTHERMAL("geothermal", "0", Technology.NATURAL_GAS),
  BIOMASS("biomass", "0", Technology.NATURAL_GAS),
  BIOGAS("biogas", "0", Technology.NATURAL_GAS),
  /** Natural gas: 54,300 kg/TJ. */
  GAS("gas", Technology.NATURAL_GAS, null),
  /** Hard coal: 89,500 kg/TJ (other bituminous coal). */
  COAL("coal", "0.3222", null),
  /** Lignite: 90,900 kg/TJ. */
  LIGNITE("lignite", "0.32724", null),
  /** Oil: 72,600 kg/TJ (gas and diesel oil). */
  OIL("oil", "0.26136", null),
  /** Peat: 100,000 kg/TJ. */
  PEAT("peat", "0.36", null),
  /** Several sources, or a supplier's whole delivery: any rate. */
  MIX("mix", "0", null);

  private static final String LIFE_CYCLE = "0.048";
  private static final String NATURAL_GAS = "0.19548";

  private final String code;
  private final BigDecimal least;
  private final Optional<BigDecimal> most;

  Technology(String code, String least, String most) {
    this.code = code;
    this.least = new BigDecimal(least);
    this.most = Optional.ofNullable(most).map(BigDecimal::new);
  }

  public String code() {
    return code;
  }

  /** The lowest plausible rate, kg CO2e per kWh. */
  public BigDecimal least() {
    return least;
  }

  /** The highest plausible rate, kg CO2e per kWh, where there is one. */
  public Optional<BigDecimal> most() {
    return most;
  }

  public boolean plausible(BigDecimal kgCo2ePerKwh) {
    return kgCo2ePerKwh.compareTo(least) >= 0
        && most.map(bound -> kgCo2ePerKwh.compareTo(bound) <= 0).orElse(true);
  }

  public static Optional<Technology> ofCode(String code) {
    return Arrays.stream(values()).filter(technology -> technology.code.equals(code)).findFirst();
  }

  /** Every code, for messages. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Technology::code).toList();
  }
}
