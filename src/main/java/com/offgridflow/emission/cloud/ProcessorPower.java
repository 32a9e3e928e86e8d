package com.offgridflow.emission.cloud;

import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.factor.CloudInstance;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Power of a vCPU at the assumed utilisation: min + utilisation × (max − min), each averaged over
 * the processors the type may run on. Cloud Carbon Footprint, methodology of 2024-03, "Compute":
 * the mean, or the median where Sandy Bridge or Ivy Bridge is among them; the provider's average
 * where no processor is known.
 */
record ProcessorPower(CloudUse use, Optional<CloudInstance> type, BigDecimal utilisation) {
  private static final Set<String> OUTLIERS = Set.of("Sandy Bridge", "Ivy Bridge");

  /** W per vCPU. */
  BigDecimal watts() {
    List<String> processors = processors();
    BigDecimal min = average("min", FactorKind.MIN_WATTS, processors);
    BigDecimal max = average("max", FactorKind.MAX_WATTS, processors);
    String how = "min + utilisation × (max − min); " + reason(processors);
    return use.chain().compute("power", between(min, max), "W/vCPU", how);
  }

  /** W per GPU: the same with the minimum and maximum of the GPU. */
  BigDecimal gpuWatts(String gpu) {
    BigDecimal min = gpu("min", FactorKind.GPU_MIN_WATTS, gpu);
    BigDecimal max = gpu("max", FactorKind.GPU_MAX_WATTS, gpu);
    String how = "min + utilisation × (max − min)";
    return use.chain().compute("power of the GPU", between(min, max), "W/GPU", how);
  }

  private BigDecimal gpu(String bound, String kind, String gpu) {
    return use.coefficient(Cause.POWER, bound + " of " + gpu, "W/GPU", kind, gpu);
  }

  private BigDecimal between(BigDecimal min, BigDecimal max) {
    return min.add(utilisation.multiply(max.subtract(min)));
  }

  private List<String> processors() {
    String provider = use.ask().provider();
    List<String> known =
        type.map(CloudInstance::processors).orElse(List.of()).stream()
            .filter(p -> use.library(Cause.POWER).has(FactorKind.MIN_WATTS, p, provider))
            .toList();
    return known.isEmpty() ? List.of("") : known;
  }

  private String reason(List<String> processors) {
    String average = "average of " + use.ask().provider();
    if (type.isEmpty()) {
      String subject = use.ask().subject();
      return (subject.isEmpty() ? "type not given: " : "type '" + subject + "' not known: ")
          + average;
    }
    return processors.get(0).isEmpty()
        ? "processor of " + type.get().type() + " not known: " + average
        : "processors of " + type.get().type() + " (" + type.get().id() + ")";
  }

  private BigDecimal average(String name, String kind, List<String> processors) {
    List<BigDecimal> watts = new ArrayList<>();
    for (String processor : processors) {
      String of = name + " of " + (processor.isEmpty() ? use.ask().provider() : processor);
      watts.add(use.coefficient(Cause.POWER, of, "W/vCPU", kind, processor));
    }
    if (watts.size() == 1) {
      return watts.get(0);
    }
    boolean median = processors.stream().anyMatch(OUTLIERS::contains);
    BigDecimal average = median ? median(watts) : Decimals.mean(watts);
    return use.chain().compute(name, average, "W/vCPU", median ? "median" : "mean");
  }

  private static BigDecimal median(List<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : Decimals.mean(sorted.subList(half - 1, half + 1));
  }
}
