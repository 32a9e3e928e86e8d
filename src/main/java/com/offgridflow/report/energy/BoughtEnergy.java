package com.offgridflow.report.energy;

import com.offgridflow.emission.scope2.InstrumentType;
import com.offgridflow.emission.scope2.Technology;
import com.offgridflow.report.energy.EnergyTotal.Contract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What bought energy was made from: what the contractual instrument that covers it says, and
 * unspecified for the rest. ESRS E1 AR 32(j): energy counts as renewable only where its origin is
 * clearly defined in contractual arrangements with the supplier.
 */
public final class BoughtEnergy {
  private BoughtEnergy() {}

  /**
   * Energy that instruments of one technology and type cover.
   *
   * @param kwh how much
   * @param count how many emissions tell of it
   */
  public record Covered(
      EnergyCarrier carrier,
      Technology technology,
      InstrumentType type,
      BigDecimal kwh,
      long count) {}

  /**
   * The energy of a carrier by source and contract.
   *
   * @param kwh all of it
   * @param count how many emissions tell of it
   * @param covered what instruments cover, of this and other carriers
   */
  public static List<EnergyTotal> split(
      EnergyCarrier carrier, BigDecimal kwh, long count, List<Covered> covered) {
    List<EnergyTotal> totals = new ArrayList<>();
    BigDecimal rest = kwh;
    for (Covered part : covered) {
      if (part.carrier() == carrier) {
        EnergySource source = source(part.technology());
        totals.add(
            new EnergyTotal(carrier, source, contract(part.type()), part.kwh(), part.count()));
        rest = rest.subtract(part.kwh());
      }
    }
    if (rest.signum() != 0 || totals.isEmpty()) {
      totals.add(new EnergyTotal(carrier, EnergySource.UNSPECIFIED, Contract.NONE, rest, count));
    }
    return totals;
  }

  /**
   * Renewable sources by Directive (EU) 2018/2001, article 2(1). A mix says nothing of a source.
   */
  private static EnergySource source(Technology technology) {
    return switch (technology) {
      case SOLAR, WIND, HYDRO, MARINE, GEOTHERMAL, BIOMASS, BIOGAS -> EnergySource.RENEWABLE;
      case NUCLEAR -> EnergySource.NUCLEAR;
      case COAL, LIGNITE -> EnergySource.COAL;
      case OIL -> EnergySource.OIL;
      case GAS -> EnergySource.GAS;
      case PEAT -> EnergySource.OTHER_FOSSIL;
      case MIX -> EnergySource.UNSPECIFIED;
    };
  }

  private static Contract contract(InstrumentType type) {
    return type == InstrumentType.CERTIFICATE ? Contract.UNBUNDLED : Contract.BUNDLED;
  }
}
