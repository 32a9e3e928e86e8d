package com.offgridflow.emission.scope2;

import java.util.List;

/**
 * Which instrument covers what.
 *
 * @param covers one an activity, in the order of sites, days and record keys
 * @param uses one an instrument, by id
 */
public record Allocation(List<Cover> covers, List<InstrumentUse> uses) {
  public Allocation {
    covers = List.copyOf(covers);
    uses = List.copyOf(uses);
  }
}
