package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.factor.CloudInstance;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Memory at work. Counted in full, or beyond what the measured processors came with: (GB of the
 * type − GB per chip × chips), not below 0, where chips = vCPUs of the largest type of the family ÷
 * 96, rounded up, and GB per chip is the mean over the processors the type may run on, the
 * provider's average where none is known.
 */
final class MemoryUse {
  static final String EXPRESSION = "kWh = GB-h × counted share × kWh/GB-h × copies × PUE";

  /** A physical chip has at most so many vCPUs: Cloud Carbon Footprint, 2024-03, "Memory". */
  private static final BigDecimal VCPUS_PER_CHIP = BigDecimal.valueOf(96);

  private static final Unit HOUR = Unit.named("h");
  private static final Unit GB_HOUR = Unit.named("GB-h");

  private MemoryUse() {}

  /** In GB-h; in h for a type whose memory is known. */
  static Optional<Linear> plan(Chain chain, Ask ask) {
    CloudUse use = CloudUse.of(chain, ask);
    ByteAmount amount = amount(use);
    return amount.linear(emission(use));
  }

  private static ByteAmount amount(CloudUse use) {
    Optional<BigDecimal> gigabytes = use.type(Cause.MEMORY).flatMap(CloudInstance::memoryGb);
    Optional<BigDecimal> hours = use.ask().unit().factorTo(HOUR);
    if (hours.isEmpty() || gigabytes.isEmpty()) {
      return ByteAmount.of(use, "memory", GB_HOUR);
    }
    ByteAmount each = ByteAmount.of(use, "memory", Unit.named("GiB-h"), GB_HOUR);
    return each.times(hours.get().multiply(gigabytes.get()));
  }

  private static LinearEmission emission(CloudUse use) {
    BigDecimal perHour =
        use.coefficient(Cause.MEMORY, "memory", "kWh/GB-h", FactorKind.MEMORY_ENERGY, "");
    BigDecimal kwh = perHour.multiply(share(use)).multiply(use.copies("memory"));
    return use.emission(kwh, EXPRESSION);
  }

  private static BigDecimal share(CloudUse use) {
    if (use.part(Cause.MEMORY).says("rule", "full")) {
      return BigDecimal.ONE;
    }
    if (!use.part(Cause.MEMORY).says("providers", use.ask().provider())) {
      String why = "the profile counts no memory of " + use.ask().provider();
      return use.chain().compute("counted share", BigDecimal.ZERO, "1", why);
    }
    Optional<CloudInstance> type =
        use.type(Cause.MEMORY).filter(t -> t.memoryGb().filter(gb -> gb.signum() > 0).isPresent());
    return type.map(t -> beyond(use, t))
        .orElseGet(
            () ->
                use.chain()
                    .compute("counted share", BigDecimal.ONE, "1", "no type: nothing to deduct"));
  }

  private static BigDecimal beyond(CloudUse use, CloudInstance type) {
    BigDecimal own = ofProcessors(use, type).multiply(chips(use, type));
    BigDecimal gigabytes = type.memoryGb().get();
    use.chain().take("memory of the type", "GB", gigabytes, type, "memory");
    BigDecimal share = Decimals.over(gigabytes.subtract(own).max(BigDecimal.ZERO), gigabytes);
    String how = "(GB of the type − GB per chip × chips), not below 0, ÷ GB of the type";
    return use.chain().compute("counted share", share, "1", how);
  }

  private static BigDecimal chips(CloudUse use, CloudInstance type) {
    BigDecimal largest = type.serverVcpus().orElse(type.vcpus());
    use.chain().take("vCPUs of the server", "vCPU", largest, type, "server-vcpus");
    BigDecimal chips = largest.divide(VCPUS_PER_CHIP, 0, RoundingMode.CEILING);
    return use.chain().compute("chips", chips, "1", "vCPUs of the server ÷ 96, rounded up");
  }

  private static BigDecimal ofProcessors(CloudUse use, CloudInstance type) {
    List<BigDecimal> known =
        type.processors().stream().filter(p -> knows(use, p)).map(p -> perChip(use, p)).toList();
    if (known.isEmpty()) {
      return perChip(use, "");
    }
    return use.chain().compute("memory per chip", Decimals.mean(known), "GB", "mean");
  }

  private static boolean knows(CloudUse use, String processor) {
    return use.library(Cause.MEMORY)
        .has(FactorKind.PROCESSOR_MEMORY, processor, use.ask().provider());
  }

  private static BigDecimal perChip(CloudUse use, String processor) {
    String of = processor.isEmpty() ? use.ask().provider() : processor;
    return use.coefficient(
        Cause.MEMORY, "memory per chip of " + of, "GB", FactorKind.PROCESSOR_MEMORY, processor);
  }
}
