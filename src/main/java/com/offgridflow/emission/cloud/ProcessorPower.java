package com.offgridflow.emission.cloud;

import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.factor.CloudInstance;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
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
final class ProcessorPower {
  private static final Set<String> OUTLIERS = Set.of("Sandy Bridge", "Ivy Bridge");

  private final FactorLibrary library;

  ProcessorPower(FactorLibrary library) {
    this.library = library;
  }

  BigDecimal watts(Chain chain, Ask ask, Optional<CloudInstance> instance, BigDecimal utilisation) {
    List<String> processors = processors(ask, instance);
    BigDecimal min = average(chain, ask, "min", FactorKind.MIN_WATTS, processors);
    BigDecimal max = average(chain, ask, "max", FactorKind.MAX_WATTS, processors);
    BigDecimal watts = min.add(utilisation.multiply(max.subtract(min)));
    return chain.compute(
        "power", watts, "W/vCPU", "min + utilisation × (max − min); " + reason(ask, instance));
  }

  private List<String> processors(Ask ask, Optional<CloudInstance> instance) {
    List<String> known =
        instance.map(CloudInstance::processors).orElse(List.of()).stream()
            .filter(p -> library.has(FactorKind.MIN_WATTS, p, ask.provider()))
            .toList();
    return known.isEmpty() ? List.of("") : known;
  }

  private String reason(Ask ask, Optional<CloudInstance> instance) {
    if (instance.isEmpty()) {
      return ask.subject().isEmpty()
          ? "type not given: average of " + ask.provider()
          : "type '" + ask.subject() + "' not known: average of " + ask.provider();
    }
    return processors(ask, instance).get(0).isEmpty()
        ? "processor of " + instance.get().type() + " not known: average of " + ask.provider()
        : "processors of " + instance.get().type() + " (" + instance.get().id() + ")";
  }

  private static BigDecimal average(
      Chain chain, Ask ask, String name, String kind, List<String> processors) {
    List<BigDecimal> watts = new ArrayList<>();
    for (String processor : processors) {
      String which =
          processor.isEmpty() ? name + " of " + ask.provider() : name + " of " + processor;
      watts.add(chain.take(which, "W/vCPU", ask.ofProvider(kind, processor)));
    }
    if (watts.size() == 1) {
      return watts.get(0);
    }
    boolean median = processors.stream().anyMatch(OUTLIERS::contains);
    BigDecimal average = median ? median(watts) : mean(watts);
    return chain.compute(name, average, "W/vCPU", median ? "median" : "mean");
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Decimals.over(sum, BigDecimal.valueOf(values.size()));
  }

  private static BigDecimal median(List<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(half) : mean(sorted.subList(half - 1, half + 1));
  }
}
