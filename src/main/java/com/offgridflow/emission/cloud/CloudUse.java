package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.formula.Outcomes;
import com.offgridflow.emission.formula.Unplannable;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.emission.profile.Part;
import com.offgridflow.emission.profile.Profile;
import com.offgridflow.emission.profile.Profiles;
import com.offgridflow.factor.CloudInstance;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.FactorQuery;
import java.math.BigDecimal;
import java.util.Optional;

/** A chain for some cloud use, with each figure taken from where the profile says. */
record CloudUse(Chain chain, Ask ask, Profile profile) {
  private static final Unit KWH = Unit.named("kWh");
  private static final String COPIES_OF = "replication";

  static CloudUse of(Chain chain, Ask ask) {
    return new CloudUse(chain, ask, Profiles.named(chain.basis().profile()));
  }

  /** The same with an empty chain, for another component. */
  CloudUse sibling() {
    return new CloudUse(chain.sibling(), ask, profile);
  }

  Part part(Cause cause) {
    return profile.part(cause);
  }

  FactorLibrary library(Cause cause) {
    return part(cause).library(chain.basis().library());
  }

  /** A coefficient of the provider. */
  BigDecimal coefficient(Cause cause, String name, String unit, String kind, String subject) {
    return chain.take(name, unit, ask.ofProvider(kind, subject), library(cause));
  }

  /** The type that the subject names, if this part of the profile knows it. */
  Optional<CloudInstance> type(Cause cause) {
    return part(cause).type(chain.basis().instances(), ask.provider(), ask.subject());
  }

  /**
   * Copies that run of something beside storage: those of the class in detail {@code replication},
   * where the profile counts them for it.
   *
   * @throws Unplannable when the class is not known
   */
  BigDecimal copies(String of) {
    String storage = ask.details().getOrDefault(COPIES_OF, "");
    if (storage.isEmpty() || !part(Cause.REPLICATION).says("of", of)) {
      return BigDecimal.ONE;
    }
    if (!library(Cause.REPLICATION).has(FactorKind.REPLICATION, storage, ask.provider())) {
      String wanted = "a class of copies of " + ask.provider() + " such as rds_multi_az";
      throw new Unplannable(Outcomes.invalid(ask.kind(), COPIES_OF, storage, wanted));
    }
    return coefficient(
        Cause.REPLICATION, "copies of " + storage, "1", FactorKind.REPLICATION, storage);
  }

  /** kg = kWh of the machines × PUE × grid intensity of the region: "Emissions Factors". */
  LinearEmission emission(BigDecimal machineKwh, String formula) {
    FactorQuery ofPue = FactorQuery.of(FactorKind.PUE, "", ask.day(), ask.region(), ask.provider());
    BigDecimal pue = chain.take("PUE", "1", ofPue, library(Cause.PUE));
    return ofEnergy(machineKwh.multiply(pue), formula);
  }

  /** kg = kWh × grid intensity of the region. */
  LinearEmission ofEnergy(BigDecimal kwh, String formula) {
    FactorQuery ofGrid = FactorQuery.of(FactorKind.GRID, "", ask.day(), ask.region());
    Gases perKwh = chain.takeGases("grid intensity", ofGrid, KWH, "", library(Cause.GRID));
    String whole = formula + "; kg = kWh × grid intensity";
    return chain.emission("use", perKwh.times(kwh), Optional.of(kwh), whole);
  }
}
