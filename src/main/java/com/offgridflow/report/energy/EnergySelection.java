package com.offgridflow.report.energy;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.report.EmissionSelection;
import com.offgridflow.report.energy.EnergyTotal.Contract;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which energy counts towards a data point.
 *
 * @param carriers what it comes in; empty accepts any
 * @param sources what it was made from; empty accepts any
 * @param contracts what covers it; empty accepts any
 */
public record EnergySelection(
    Set<EnergyCarrier> carriers, Set<EnergySource> sources, Set<Contract> contracts) {
  private static final Set<String> FUEL_USE =
      Set.of(ActivityKind.STATIONARY_COMBUSTION.code(), ActivityKind.MOBILE_COMBUSTION.code());

  public EnergySelection {
    carriers = Set.copyOf(carriers);
    sources = Set.copyOf(sources);
    contracts = Set.copyOf(contracts);
  }

  public boolean accepts(EnergyTotal total) {
    return carrier(total.carrier())
        && (sources.isEmpty() || sources.contains(total.source()))
        && (contracts.isEmpty() || contracts.contains(total.contract()));
  }

  /** Whether the energy could belong to it; what is unspecified could be of any source. */
  public boolean concerns(EnergyGap gap) {
    return carrier(gap.carrier())
        && (sources.isEmpty()
            || gap.source() == EnergySource.UNSPECIFIED
            || sources.contains(gap.source()));
  }

  /**
   * The emissions that tell of it: of fuels in Scope 1, of bought energy in Scope 2, by the market
   * too where the source or contract matters.
   */
  public List<EmissionSelection> emissions() {
    Set<EnergyCarrier> all = carriers.isEmpty() ? EnumSet.allOf(EnergyCarrier.class) : carriers;
    Set<String> bought =
        all.stream()
            .filter(carrier -> carrier != EnergyCarrier.FUEL)
            .map(EnergyCarrier::code)
            .collect(Collectors.toSet());
    List<EmissionSelection> selections = new ArrayList<>();
    if (all.contains(EnergyCarrier.FUEL)) {
      selections.add(new EmissionSelection(1, Set.of(), Optional.empty(), FUEL_USE));
    }
    if (!bought.isEmpty()) {
      selections.add(new EmissionSelection(2, methods(), Optional.empty(), bought));
    }
    return selections;
  }

  private Set<String> methods() {
    return sources.isEmpty() && contracts.isEmpty()
        ? Set.of("location-based")
        : Set.of("location-based", "market-based");
  }

  private boolean carrier(EnergyCarrier carrier) {
    return carriers.isEmpty() || carriers.contains(carrier);
  }
}
