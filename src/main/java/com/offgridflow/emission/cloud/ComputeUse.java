package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.factor.CloudInstance;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processors and GPUs at work, and the making of their servers. */
final class ComputeUse {
  static final String EXPRESSION =
      "kWh = (vCPU-h × W/vCPU × burst share + GPU-h × W/GPU) × copies × PUE ÷ 1000;"
          + " embodied kg = vCPU-h × server kg ÷ (server vCPUs × life h)";

  private static final Unit HOUR = Unit.named("h");
  private static final Unit VCPU_HOUR = Unit.named("vCPU-h");

  private ComputeUse() {}

  /** In vCPU-h; in h for a type, or for a GPU that is billed by itself. */
  static Optional<Linear> plan(Chain chain, Ask ask) {
    CloudUse use = CloudUse.of(chain, ask);
    Optional<BigDecimal> hours = ask.unit().factorTo(HOUR);
    Optional<CloudInstance> type = use.type(Cause.POWER);
    if (hours.isPresent() && type.isEmpty() && isGpu(use)) {
      return Optional.of(Linear.of(ask, HOUR, gpuAlone(use)));
    }
    List<LinearEmission> components = new ArrayList<>(List.of(use(use, type)));
    Optional<LinearEmission> embodied = embodied(use.sibling());
    embodied.ifPresent(components::add);
    List<String> gaps =
        embodied.isPresent()
            ? List.of()
            : List.of("embodied: no server is published for type '" + ask.subject() + "'");
    if (hours.isPresent() && type.isPresent()) {
      BigDecimal vcpuHours = hours.get().multiply(type.get().vcpus());
      return Optional.of(
          new Linear(Linear.Amount.QUANTITY, VCPU_HOUR, vcpuHours, components, gaps));
    }
    return Optional.of(Linear.of(ask, VCPU_HOUR, components, gaps));
  }

  /** W = min + 50 % × (max − min), of processors and GPUs. */
  private static LinearEmission use(CloudUse use, Optional<CloudInstance> type) {
    BigDecimal utilisation = utilisation(use);
    ProcessorPower power = new ProcessorPower(use, type, utilisation);
    BigDecimal watts = power.watts().multiply(burstShare(use, type, utilisation));
    BigDecimal all = watts.add(type.map(t -> gpus(use, power, t)).orElse(BigDecimal.ZERO));
    BigDecimal kwh = all.multiply(use.copies("compute")).movePointLeft(3);
    return use.emission(kwh, EXPRESSION.substring(0, EXPRESSION.indexOf(';')));
  }

  /** Computed only for a GPU that is no part of a type: Google bills them apart. */
  private static LinearEmission gpuAlone(CloudUse use) {
    ProcessorPower power = new ProcessorPower(use, Optional.empty(), utilisation(use));
    BigDecimal kwh = power.gpuWatts(use.ask().subject()).movePointLeft(3);
    return use.emission(kwh.multiply(use.copies("compute")), "kWh = GPU-h × W/GPU × PUE ÷ 1000");
  }

  private static boolean isGpu(CloudUse use) {
    String provider = use.ask().provider();
    return use.library(Cause.POWER).has(FactorKind.GPU_MIN_WATTS, use.ask().subject(), provider);
  }

  private static BigDecimal utilisation(CloudUse use) {
    return use.coefficient(Cause.UTILISATION, "utilisation", "1", FactorKind.UTILISATION, "");
  }

  /** A burstable type counts with its baseline share of a vCPU over the assumed utilisation. */
  private static BigDecimal burstShare(
      CloudUse use, Optional<CloudInstance> type, BigDecimal utilisation) {
    Optional<BigDecimal> baseline = type.flatMap(CloudInstance::baseline);
    if (baseline.isEmpty()) {
      return use.chain().compute("burst share", BigDecimal.ONE, "1", "type is not burstable");
    }
    use.chain().take("baseline", "1", baseline.get(), type.get(), "baseline");
    BigDecimal share = Decimals.over(baseline.get(), utilisation);
    return use.chain().compute("burst share", share, "1", "baseline ÷ utilisation");
  }

  /** W of the type's GPUs per vCPU. */
  private static BigDecimal gpus(CloudUse use, ProcessorPower power, CloudInstance type) {
    if (type.gpus().isEmpty()) {
      return BigDecimal.ZERO;
    }
    BigDecimal watts = power.gpuWatts(type.gpuProcessor());
    use.chain().take("GPUs", "1", type.gpus().get(), type, "gpus");
    use.chain().take("vCPUs", "vCPU", type.vcpus(), type, "vcpus");
    BigDecimal perVcpu = Decimals.over(watts.multiply(type.gpus().get()), type.vcpus());
    return use.chain().compute("GPU power per vCPU", perVcpu, "W/vCPU", "W/GPU × GPUs ÷ vCPUs");
  }

  /** It stays kg and is never turned into energy. */
  private static Optional<LinearEmission> embodied(CloudUse use) {
    Optional<CloudInstance> type =
        use.type(Cause.EMBODIED)
            .filter(t -> t.serverEmbodiedKg().isPresent() && t.serverVcpus().isPresent());
    return type.map(t -> embodied(use, t));
  }

  private static LinearEmission embodied(CloudUse use, CloudInstance type) {
    BigDecimal server = type.serverEmbodiedKg().get();
    use.chain().take("server", "kg CO2e", server, type, "embodied");
    BigDecimal vcpus = type.serverVcpus().get();
    use.chain().take("vCPUs of the server", "vCPU", vcpus, type, "server-vcpus");
    BigDecimal hours = use.coefficient(Cause.EMBODIED, "life", "h", FactorKind.SERVER_LIFETIME, "");
    Gases perHour = Gases.ofCo2e(Decimals.over(server, vcpus.multiply(hours)));
    String how = "kg = vCPU-h × server kg ÷ (server vCPUs × life h)";
    return use.chain().emission("embodied", perHour, Optional.empty(), how);
  }
}
