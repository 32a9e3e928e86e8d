package com.offgridflow.emission.cloud;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.emission.profile.CloudMethod;
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
  private static final String REPLICATION =
      "class of copies that run of it, e.g. rds_multi_az; counted where the profile does";

  private static final ActivityKind[] OTHERS = {
    ActivityKind.CLOUD_MEMORY,
    ActivityKind.CLOUD_STORAGE_SSD,
    ActivityKind.CLOUD_STORAGE_HDD,
    ActivityKind.CLOUD_NETWORK,
    ActivityKind.CLOUD_OTHER,
  };

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
            .computedBy(CloudFormulas::network),
        other(),
        reported(),
        spend());
  }

  private static Formula other() {
    return formula("cloud.other", ActivityKind.CLOUD_OTHER)
        .expression(OtherUse.EXPRESSION)
        .source(source("Classifying Usage Types; Unknown Usage"))
        .takes("usage_type", "the provider's usage type, where the subject is none")
        .takes("service", "the provider's code of the service, e.g. AmazonS3")
        .takes(UnknownUse.KWH, "kWh of the known use of the same service and unit")
        .takes(UnknownUse.COST, "its cost, in the activity's currency")
        .takes(UnknownUse.AMOUNT, "its amount, in the activity's unit")
        .computedBy(OtherUse::plan);
  }

  private static Formula reported() {
    return Formula.named("cloud.reported", ActivityKind.CLOUD_REPORTED)
        .method(CloudMethod.REPORTED.method())
        .expression(CloudReported.EXPRESSION)
        .source("GHG Protocol Scope 3 Standard (2011), section 7.3, supplier-specific data")
        .takes(CloudReported.BASIS, "location or market: how the provider weighs electricity")
        .takes("model_version", "the provider's version of its own method")
        .computedBy(CloudReported::plan);
  }

  private static Formula spend() {
    return Formula.named("cloud.spend", ActivityKind.CLOUD_COMPUTE, OTHERS)
        .method(CloudMethod.SPEND.method())
        .expression(CloudSpend.EXPRESSION)
        .source("GHG Protocol Scope 3 Technical Guidance (2013), category 1, spend-based method")
        .takes("sector", "NAICS code in place of 518210")
        .takes(
            "exchange_rate", "the factor's currency for one of the activity's, where they differ")
        .takes("price_ratio", "prices of the factor's year over those of the activity's")
        .daily()
        .computedBy(CloudSpend::plan);
  }

  private static Formula.Builder formula(String code, ActivityKind kind) {
    return Formula.named(code, kind).method(CloudMethod.USAGE.method());
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
    ByteAmount gigabytes = ByteAmount.of(use, "network", Unit.named("GB"));
    BigDecimal kwh =
        use.coefficient(Cause.COEFFICIENTS, "network", "kWh/GB", FactorKind.NETWORK_ENERGY, "");
    return gigabytes.linear(use.emission(kwh, "kWh = GB × kWh/GB × PUE"));
  }
}
