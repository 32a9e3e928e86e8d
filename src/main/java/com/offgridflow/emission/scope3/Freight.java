package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.FREIGHT_DOWNSTREAM;
import static com.offgridflow.activity.ActivityKind.FREIGHT_UPSTREAM;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Allocation;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Spend;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.emission.formula.Uses;
import com.offgridflow.factor.FactorKind;
import java.util.List;
import java.util.Optional;

/** Transport and storage of goods by others: categories 4 and 9. */
final class Freight {
  private static final String VOLUME = "volume_m3";
  private static final String DAYS = "days_stored";

  private Freight() {}

  static List<Formula> all(Spend spend) {
    return List.of(
        fuelBased(),
        storageSite(),
        storageAverage(),
        distanceBased(),
        SpendBased.formula(
            "scope3.freight.spend-based", "4.7", spend, FREIGHT_UPSTREAM, FREIGHT_DOWNSTREAM));
  }

  private static Formula fuelBased() {
    return Formula.named("scope3.freight.fuel-based", FREIGHT_UPSTREAM, FREIGHT_DOWNSTREAM)
        .method("fuel-based")
        .expression(
            "kg = (fuel × factor or electricity × grid or refrigerant leaked × GWP) × own share of the load; an empty way back likewise")
        .source(Guidance.formula("4.1, 4.4 and 4.5"))
        .takes("mass_t", "mass of own goods, to share the vehicle; with total_mass_t")
        .takes("total_mass_t", "mass of all goods in the vehicle")
        .takes("share", "own share of the load, 1 when not told")
        .answeredBy(one -> one.given().has(VOLUME) ? Optional.empty() : used(one));
  }

  /** The subject names what is used; empty where it names a vehicle or storage. */
  private static Optional<Linear> used(Case one) {
    if (!Uses.knows(one, one.subject())) {
      return Optional.empty();
    }
    Taken used = Uses.of(one, one.subject(), one.unit()).times(Allocation.of(one));
    return Optional.of(one.answer("use", used));
  }

  private static Formula storageSite() {
    return Formula.named("scope3.storage.site-specific", FREIGHT_UPSTREAM, FREIGHT_DOWNSTREAM)
        .method("site-specific")
        .expression(
            "kg = (fuel × factor or electricity × grid or refrigerant leaked × GWP) of the store × volume of own goods ÷ of all goods")
        .source(Guidance.formula("4.8"))
        .needs(VOLUME, "volume of own goods in the store")
        .needs("total_volume_m3", "volume of all goods in the store")
        .answeredBy(one -> one.given().has(VOLUME) ? used(one) : Optional.empty());
  }

  private static Formula storageAverage() {
    return Formula.named("scope3.storage.average-data", FREIGHT_UPSTREAM, FREIGHT_DOWNSTREAM)
        .method("average-data")
        .expression("kg = volume, pallets or TEU stored × days × factor of the store")
        .source(Guidance.formula("4.9"))
        .needs(DAYS, "days that the goods are stored")
        .answeredBy(Freight::stored);
  }

  /** The factor is one of kind freight per unit of the quantity and day, such as m3-day. */
  private static Optional<Linear> stored(Case one) {
    if (!one.given().has(DAYS)) {
      return Optional.empty();
    }
    Unit perDay = Unit.named(one.unit().symbol() + "-day");
    Taken store = one.need("store", FactorKind.FREIGHT, one.subject(), perDay);
    return Optional.of(one.answer("storage", one.unit(), one.given().number(DAYS, "day"), store));
  }

  private static Formula distanceBased() {
    return Formula.named("scope3.freight.distance-based", FREIGHT_UPSTREAM, FREIGHT_DOWNSTREAM)
        .method("distance-based")
        .expression("kg = mass × distance × factor of the vehicle; well-to-tank where published")
        .source(Guidance.formula("4.6"))
        .takes("distance_km", "km that a quantity in mass was moved; needed for one in t or kg")
        .takes("share", "own share of the load, for a quantity in vehicle-km; 1 when not told")
        .answeredBy(Freight::moved);
  }

  private static Optional<Linear> moved(Case one) {
    boolean other = one.given().has(DAYS) || one.unit().isMoney();
    return other || Uses.knows(one, one.subject())
        ? Optional.empty()
        : Optional.of(Tonnes.transport(one, "transport", one.given().shareOrAll("share")));
  }
}
