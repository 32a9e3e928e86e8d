package com.offgridflow.emission.cloud;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A customer's use of a cloud, Scope 3 category 1: by what was used, by what it cost, and as the
 * provider reports it. The formulas by use are those of Cloud Carbon Footprint (methodology of
 * 2024-03); the methodology profile says with which figures and rules.
 */
public final class CloudFormulas {
  /** Estimated from the amount that was used. */
  public static final String BY_USAGE = "cloud-usage";

  private static final String REPLICATION =
      "class of copies that run of it, e.g. rds_multi_az; counted where the profile does";

  private CloudFormulas() {}

  public static List<Formula> all() {
    return List.of(
        formula("cloud.compute", ActivityKind.CLOUD_COMPUTE)
            .expression(ComputeUse.EXPRESSION)
            .source(source("Compute; Embodied Emissions"))
            .takes("replication", REPLICATION)
            .computedBy(ComputeUse::plan),
        formula("cloud.memory", ActivityKind.CLOUD_MEMORY)
            .expression(MemoryUse.EXPRESSION)
            .source(source("Memory"))
            .takes("replication", REPLICATION)
            .computedBy(MemoryUse::plan),
        storage("cloud.storage.ssd", ActivityKind.CLOUD_STORAGE_SSD, FactorKind.SSD_ENERGY),
        storage("cloud.storage.hdd", ActivityKind.CLOUD_STORAGE_HDD, FactorKind.HDD_ENERGY),
        formula("cloud.network", ActivityKind.CLOUD_NETWORK)
            .expression("kWh = GB × kWh/GB × PUE")
            .source(source("Networking"))
            .computedBy(CloudFormulas::network));
  }

  private static Formula.Builder formula(String code, ActivityKind kind) {
    return Formula.named(code, kind).method(BY_USAGE);
  }

  private static Formula storage(String code, ActivityKind kind, String energy) {
    return formula(code, kind)
        .expression(StorageUse.EXPRESSION)
        .source(source("Storage; Replication factors"))
        .computedBy((chain, ask) -> StorageUse.plan(chain, ask, energy));
  }

  static String source(String section) {
    return "Cloud Carbon Footprint, methodology of 2024-03, " + section;
  }

  static Optional<Linear> network(Chain chain, Ask ask) {
    CloudUse use = CloudUse.of(chain, ask);
    BigDecimal kwh =
        use.coefficient(Cause.COEFFICIENTS, "network", "kWh/GB", FactorKind.NETWORK_ENERGY, "");
    return Optional.of(
        Linear.of(ask, Unit.named("GB"), use.emission(kwh, "kWh = GB × kWh/GB × PUE")));
  }
}
