package com.offgridflow.emission;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.CloudInstance;
import com.offgridflow.factor.CloudInstances;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.GwpSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A customer's use of a cloud, Scope 3 category 1. The formulas are those of Cloud Carbon Footprint
 * (methodology of 2024-03, one paragraph per method); docs/methodology.md tells where the hub
 * departs from them.
 */
final class CloudFormulas {
  private static final Unit KWH = Unit.named("kWh");
  private static final Unit VCPU_HOUR = Unit.named("vCPU-h");

  /** Purchased goods and services: GHG Protocol Scope 3 Standard, chapter 5. */
  private static final Optional<Integer> PURCHASED = Optional.of(1);

  private final FactorLibrary library;
  private final CloudInstances instances;
  private final GwpSet gwp;
  private final ProcessorPower power;

  CloudFormulas(FactorLibrary library, CloudInstances instances, GwpSet gwp) {
    this.library = library;
    this.instances = instances;
    this.gwp = gwp;
    this.power = new ProcessorPower(library);
  }

  Plan plan(Ask ask) {
    return switch (ask.kind()) {
      case CLOUD_COMPUTE -> compute(ask);
      case CLOUD_MEMORY -> memory(ask);
      case CLOUD_STORAGE_SSD -> storage(ask, FactorKind.SSD_ENERGY);
      case CLOUD_STORAGE_HDD -> storage(ask, FactorKind.HDD_ENERGY);
      case CLOUD_NETWORK -> network(ask);
      default -> new Plan.Fixed(Outcomes.noMethod(ask.kind()));
    };
  }

  private Plan compute(Ask ask) {
    Optional<CloudInstance> instance = instances.find(ask.provider(), ask.subject());
    List<LinearEmission> components = new ArrayList<>(List.of(computeUse(ask, instance)));
    Optional<LinearEmission> embodied = instance.flatMap(i -> computeEmbodied(ask, i));
    embodied.ifPresent(components::add);
    List<String> gaps =
        embodied.isPresent()
            ? List.of()
            : List.of("embodied: no server is published for type '" + ask.subject() + "'");
    return Plan.of(ask, VCPU_HOUR, components, gaps);
  }

  /**
   * kWh = vCPU-h × W × PUE / 1000, W = min + 50 % × (max − min): "Compute". A burstable type counts
   * with its baseline share of a vCPU over the assumed utilisation.
   */
  private LinearEmission computeUse(Ask ask, Optional<CloudInstance> instance) {
    Chain chain = new Chain(library, gwp, ask);
    BigDecimal utilisation =
        chain.take("utilisation", "1", ask.ofProvider(FactorKind.UTILISATION, ""));
    BigDecimal watts = power.watts(chain, ask, instance, utilisation);
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

  /**
   * kg = kg of the server × vCPU-h / vCPUs of the server / its hours of life: "Embodied Emissions".
   * It stays kg and is never turned into energy.
   */
  private Optional<LinearEmission> computeEmbodied(Ask ask, CloudInstance instance) {
    if (instance.serverEmbodiedKg().isEmpty() || instance.serverVcpus().isEmpty()) {
      return Optional.empty();
    }
    Chain chain = new Chain(library, gwp, ask);
    BigDecimal server = instance.serverEmbodiedKg().get();
    chain.take("server", "kg CO2e", server, instance, "embodied");
    BigDecimal vcpus = instance.serverVcpus().get();
    chain.take("vCPUs of the server", "vCPU", vcpus, instance, "server-vcpus");
    BigDecimal hours = chain.take("life", "h", ask.ofProvider(FactorKind.SERVER_LIFETIME, ""));
    BigDecimal kg = Decimals.over(server, vcpus.multiply(hours));
    Calculation how = chain.calculation("kg = vCPU-h × server kg ÷ (server vCPUs × life h)");
    return Optional.of(scope3("embodied", Gases.ofCo2e(kg), Optional.empty(), chain, how));
  }

  /** kWh = GB-h × 0.000392 × PUE: "Memory", without deducting what the processors come with. */
  private Plan memory(Ask ask) {
    Chain chain = new Chain(library, gwp, ask);
    BigDecimal kwh = chain.take("memory", "kWh/GB-h", ask.ofProvider(FactorKind.MEMORY_ENERGY, ""));
    LinearEmission use = use(ask, chain, kwh, "kWh = GB-h × kWh/GB-h × PUE");
    return Plan.of(ask, Unit.named("GB-h"), use);
  }

  /** kWh = TB-h × Wh per TB-h × copies × PUE / 1000: "Storage" and its replication factors. */
  private Plan storage(Ask ask, String kind) {
    Chain chain = new Chain(library, gwp, ask);
    BigDecimal wh = chain.take("storage", "Wh/TB-h", ask.ofProvider(kind, ""));
    boolean known = library.has(FactorKind.REPLICATION, ask.subject(), ask.provider());
    String name = known ? "copies of " + ask.subject() : "copies, provider's default";
    FactorQuery query = ask.ofProvider(FactorKind.REPLICATION, known ? ask.subject() : "");
    BigDecimal kwh = wh.multiply(chain.take(name, "1", query)).movePointLeft(3);
    LinearEmission use = use(ask, chain, kwh, "kWh = TB-h × Wh/TB-h × copies × PUE ÷ 1000");
    return Plan.of(ask, Unit.named("TB-h"), use);
  }

  /** kWh = GB × 0.001 × PUE: "Networking". */
  private Plan network(Ask ask) {
    Chain chain = new Chain(library, gwp, ask);
    BigDecimal kwh = chain.take("network", "kWh/GB", ask.ofProvider(FactorKind.NETWORK_ENERGY, ""));
    return Plan.of(ask, Unit.named("GB"), use(ask, chain, kwh, "kWh = GB × kWh/GB × PUE"));
  }

  /** kg = kWh × PUE × grid intensity of the region: "Emissions Factors". */
  private LinearEmission use(Ask ask, Chain chain, BigDecimal machineKwh, String formula) {
    FactorQuery ofPue = FactorQuery.of(FactorKind.PUE, "", ask.day(), ask.region(), ask.provider());
    BigDecimal kwh = machineKwh.multiply(chain.take("PUE", "1", ofPue));
    FactorQuery ofGrid = FactorQuery.of(FactorKind.GRID, "", ask.day(), ask.region());
    Gases perKwh = chain.takeGases("grid intensity", ofGrid, KWH, "");
    Calculation how = chain.calculation(formula + "; kg = kWh × grid intensity");
    return scope3("use", perKwh.times(kwh), Optional.of(kwh), chain, how);
  }

  private static LinearEmission scope3(
      String component, Gases perUnit, Optional<BigDecimal> kwh, Chain chain, Calculation how) {
    return new LinearEmission(
        component, Scope.SCOPE_3, PURCHASED, "cloud-usage", perUnit, kwh, chain.gwpSet(), how);
  }
}
