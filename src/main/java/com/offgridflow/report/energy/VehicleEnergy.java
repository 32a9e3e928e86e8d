package com.offgridflow.report.energy;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorChoice.Chosen;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.FactorQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The fuel energy of vehicles by the distance driven, where a table has it: UK DESNZ conversion
 * factors, SECR kWh of passenger and delivery vehicles. The electricity of vehicles is not in it:
 * it counts where it is charged, as Scope 2 counts it.
 */
final class VehicleEnergy {
  private static final Unit KM = Unit.named("km");
  private static final String GAS = "/cng";

  private final FactorLibrary library;

  VehicleEnergy(FactorLibrary library) {
    this.library = library;
  }

  /**
   * Energy that was burnt.
   *
   * @param kwh net calorific value; zero of a battery-electric vehicle
   * @param factor the row that it was computed by
   */
  record Burnt(EnergySource source, BigDecimal kwh, Factor factor) {}

  /**
   * The energy of a distance; empty of what is no distance, and where no table of the place has the
   * vehicle.
   *
   * @param places narrow to wide
   */
  Optional<Burnt> of(FuelUse use, List<String> places) {
    if (use.unit().factorTo(KM).isEmpty()) {
      return Optional.empty();
    }
    FactorQuery query =
        new FactorQuery(
            FactorKind.VEHICLE_ENERGY, use.fuel(), places, use.day(), Optional.of(use.unit()));
    return library.choose(query) instanceof Chosen chosen
        ? Optional.of(burnt(use, chosen.factor()))
        : Optional.empty();
  }

  /** DESNZ has vehicles for petrol, diesel and LPG, which are petroleum products, and for CNG. */
  private static Burnt burnt(FuelUse use, Factor factor) {
    BigDecimal distance =
        use.quantity().multiply(use.unit().factorTo(factor.perUnit()).orElseThrow());
    EnergySource source = use.fuel().contains(GAS) ? EnergySource.GAS : EnergySource.OIL;
    return new Burnt(source, distance.multiply(factor.value()), factor);
  }
}
