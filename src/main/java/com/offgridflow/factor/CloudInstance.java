package com.offgridflow.factor;

import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type of virtual machine.
 *
 * @param id id of its row, e.g. {@code ccf-2024:instance:aws/m5.large}
 * @param provider {@code aws}, {@code azure} or {@code gcp}
 * @param type the provider's name of the type
 * @param vcpus virtual processors
 * @param memoryGb memory in GB as the provider states it, where known
 * @param serverVcpus vCPUs of the largest type of its family, where known
 * @param serverEmbodiedKg kg CO2e of making the server, where known
 * @param processors the processors it may run on; empty when not known
 * @param baseline share of a vCPU a burstable type may use for good, 0 to 1; empty for others
 * @param gpus graphics processors of the type; empty for a type without any
 * @param gpuProcessor which graphics processor, or empty
 * @param source where this was published
 * @param note what a reader must know, or empty
 */
public record CloudInstance(
    String id,
    String provider,
    String type,
    BigDecimal vcpus,
    Optional<BigDecimal> memoryGb,
    Optional<BigDecimal> serverVcpus,
    Optional<BigDecimal> serverEmbodiedKg,
    List<String> processors,
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> gpus,
    String gpuProcessor,
    Source source,
    String note) {

  /** How bills write a type, made alike: {@code Standard_D2s_v5} and {@code D2s v5} are one. */
  public static String lookupKey(String type) {
    String lower = type.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    return lower.startsWith("standard ") ? lower.substring("standard ".length()) : lower;
  }

  /** The catalogue it was published in, e.g. {@code ccf-2024}. */
  public String catalogue() {
    return id.substring(0, id.indexOf(':'));
  }

  /** Its figures as factors: subject is the type, place the provider. */
  public Stream<Factor> factors() {
    return Stream.of(
            factor(FactorKind.INSTANCE_VCPUS, "vcpus", "vCPU", Optional.of(vcpus)),
            factor(FactorKind.INSTANCE_MEMORY, "memory", "GB", memoryGb),
            factor(FactorKind.SERVER_VCPUS, "server-vcpus", "vCPU", serverVcpus),
            factor(FactorKind.SERVER_EMBODIED, "embodied", "kg CO2e", serverEmbodiedKg),
            factor(FactorKind.BASELINE, "baseline", "1", baseline),
            factor(FactorKind.INSTANCE_GPUS, "gpus", "1", gpus))
        .flatMap(Optional::stream);
  }

  private Optional<Factor> factor(
      String kind, String suffix, String unit, Optional<BigDecimal> value) {
    String per = kind.startsWith("cloud.server.") ? "server" : "1";
    return value.map(
        v ->
            new Factor(
                id + ":" + suffix,
                kind,
                lookupKey(type),
                provider,
                Validity.ALWAYS,
                Unit.named(per),
                Unit.named(unit),
                Amounts.of(v),
                "",
                source,
                note));
  }
}
