package com.offgridflow.emission.cloud;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.factor.CloudInstance;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A customer's use of a cloud, Scope 3 category 1. The formulas are those of Cloud Carbon Footprint
 * (methodology of 2024-03); docs/methodology.md tells where the hub departs from them.
 */
public final class CloudFormulas {
  private static final Unit KWH = Unit.named("kWh");
  private static final Unit VCPU_HOUR = Unit.named("vCPU-h");
  private static final String USE = "; kg = kWh × grid intensity";

  private CloudFormulas() {}

  public static List<Formula> all() {
    return List.of(
        formula("cloud.compute", ActivityKind.CLOUD_COMPUTE)
            .expression(
                "kWh = vCPU-h × W/vCPU × burst share × PUE ÷ 1000; embodied kg = vCPU-h × server kg"
                    + " ÷ (server vCPUs × life h)")
            .source(source("Compute; Embodied Emissions"))
            .computedBy(CloudFormulas::compute),
        formula("cloud.memory", ActivityKind.CLOUD_MEMORY)
            .expression("kWh = GB-h × kWh/GB-h × PUE")
            .source(source("Memory"))
            .computedBy(CloudFormulas::memory),
        storage("cloud.storage.ssd", ActivityKind.CLOUD_STORAGE_SSD, FactorKind.SSD_ENERGY),
        storage("cloud.storage.hdd", ActivityKind.CLOUD_STORAGE_HDD, FactorKind.HDD_ENERGY),
        formula("cloud.network", ActivityKind.CLOUD_NETWORK)
            .expression("kWh = GB × kWh/GB × PUE")
            .source(source("Networking"))
            .computedBy(CloudFormulas::network));
  }

  private static Formula.Builder formula(String code, ActivityKind kind) {
    return Formula.named(code, kind).method("cloud-usage");
  }

  private static Formula storage(String code, ActivityKind kind, String energy) {
    return formula(code, kind)
        .expression("kWh = TB-h × Wh/TB-h × copies × PUE ÷ 1000")
        .source(source("Storage; Replication factors"))
        .computedBy((chain, ask) -> storage(chain, ask, energy));
  }

  private static String source(String section) {
    return "Cloud Carbon Footprint, methodology of 2024-03, " + section;
  }

  private static Optional<Linear> compute(Chain chain, Ask ask) {
    Optional<CloudInstance> instance =
        chain.basis().instances().find(ask.provider(), ask.subject());
    List<LinearEmission> components = new ArrayList<>(List.of(computeUse(chain, ask, instance)));
    Optional<LinearEmission> embodied =
        instance.flatMap(i -> computeEmbodied(chain.sibling(), ask, i));
    embodied.ifPresent(components::add);
    List<String> gaps =
        embodied.isPresent()
            ? List.of()
            : List.of("embodied: no server is published for type '" + ask.subject() + "'");
    return Optional.of(Linear.of(ask, VCPU_HOUR, components, gaps));
  }

  /**
   * W = min + 50 % × (max − min). A burstable type counts with its baseline share of a vCPU over
   * the assumed utilisation.
   */
  private static LinearEmission computeUse(Chain chain, Ask ask, Optional<CloudInstance> instance) {
    BigDecimal utilisation =
        chain.take("utilisation", "1", ask.ofProvider(FactorKind.UTILISATION, ""));
    BigDecimal watts =
        new ProcessorPower(chain.basis().library()).watts(chain, ask, instance, utilisation);
    BigDecimal share = burstShare(chain, instance, utilisation);
    BigDecimal kwh = watts.multiply(share).movePointLeft(3);
    return use(ask, chain, kwh, "kWh = vCPU-h × W/vCPU × burst share × PUE ÷ 1000");
  }

  private static BigDecimal burstShare(
      Chain chain, Optional<CloudInstance> instance, BigDecimal utilisation) {
    Optional<BigDecimal> baseline = instance.flatMap(CloudInstance::baseline);
    if (baseline.isEmpty()) {
      return chain.compute("burst share", BigDecimal.ONE, "1", "type is not burstable");
    }
    chain.take("baseline", "1", baseline.get(), instance.get(), "baseline");
    BigDecimal share = Decimals.over(baseline.get(), utilisation);
    return chain.compute("burst share", share, "1", "baseline ÷ utilisation");
  }

  /** It stays kg and is never turned into energy. */
  private static Optional<LinearEmission> computeEmbodied(
      Chain chain, Ask ask, CloudInstance instance) {
    if (instance.serverEmbodiedKg().isEmpty() || instance.serverVcpus().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal server = instance.serverEmbodiedKg().get();
    chain.take("server", "kg CO2e", server, instance, "embodied");
    BigDecimal vcpus = instance.serverVcpus().get();
    chain.take("vCPUs of the server", "vCPU", vcpus, instance, "server-vcpus");
    BigDecimal hours = chain.take("life", "h", ask.ofProvider(FactorKind.SERVER_LIFETIME, ""));
    Gases perHour = Gases.ofCo2e(Decimals.over(server, vcpus.multiply(hours)));
    String how = "kg = vCPU-h × server kg ÷ (server vCPUs × life h)";
    return Optional.of(chain.emission("embodied", perHour, Optional.empty(), how));
  }

  /** Without deducting what the processors come with. */
  private static Optional<Linear> memory(Chain chain, Ask ask) {
    BigDecimal kwh = chain.take("memory", "kWh/GB-h", ask.ofProvider(FactorKind.MEMORY_ENERGY, ""));
    LinearEmission use = use(ask, chain, kwh, "kWh = GB-h × kWh/GB-h × PUE");
    return Optional.of(Linear.of(ask, Unit.named("GB-h"), use));
  }

  private static Optional<Linear> storage(Chain chain, Ask ask, String kind) {
    BigDecimal wh = chain.take("storage", "Wh/TB-h", ask.ofProvider(kind, ""));
    boolean known =
        chain.basis().library().has(FactorKind.REPLICATION, ask.subject(), ask.provider());
    String name = known ? "copies of " + ask.subject() : "copies, provider's default";
    FactorQuery query = ask.ofProvider(FactorKind.REPLICATION, known ? ask.subject() : "");
    BigDecimal kwh = wh.multiply(chain.take(name, "1", query)).movePointLeft(3);
    LinearEmission use = use(ask, chain, kwh, "kWh = TB-h × Wh/TB-h × copies × PUE ÷ 1000");
    return Optional.of(Linear.of(ask, Unit.named("TB-h"), use));
  }

  private static Optional<Linear> network(Chain chain, Ask ask) {
    BigDecimal kwh = chain.take("network", "kWh/GB", ask.ofProvider(FactorKind.NETWORK_ENERGY, ""));
    LinearEmission use = use(ask, chain, kwh, "kWh = GB × kWh/GB × PUE");
    return Optional.of(Linear.of(ask, Unit.named("GB"), use));
  }

  /** kg = kWh × PUE × grid intensity of the region: "Emissions Factors". */
  private static LinearEmission use(Ask ask, Chain chain, BigDecimal machineKwh, String formula) {
    FactorQuery ofPue = FactorQuery.of(FactorKind.PUE, "", ask.day(), ask.region(), ask.provider());
    BigDecimal kwh = machineKwh.multiply(chain.take("PUE", "1", ofPue));
    FactorQuery ofGrid = FactorQuery.of(FactorKind.GRID, "", ask.day(), ask.region());
    Gases perKwh = chain.takeGases("grid intensity", ofGrid, KWH, "");
    return chain.emission("use", perKwh.times(kwh), Optional.of(kwh), formula + USE);
  }
}
