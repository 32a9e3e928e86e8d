package com.offgridflow.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds bills of one meter that cover the same time. A credit is beside the bill that it corrects,
 * and a bill that a credit takes back in whole stands in nobody's way.
 */
public final class Overlaps {
  /** Bills of each meter by their start; no two of them overlap. */
  private final Map<Meter, NavigableMap<Instant, Bill>> covering = new HashMap<>();

  private Overlaps() {}

  /**
   * Those of the arriving bills that cannot be taken in; the first of two that arrive together
   * stays.
   *
   * @param standing bills that are there, of any meters, found not to overlap when they came
   * @param arriving new ones, in the order in which they are to be considered
   */
  public static List<Overlap> find(List<Bill> standing, List<Bill> arriving) {
    Set<Bill> settled =
        Credits.settled(Stream.concat(standing.stream(), arriving.stream()).toList());
    Overlaps overlaps = new Overlaps();
    standing.stream().filter(bill -> covers(bill, settled)).forEach(overlaps::add);
    List<Overlap> found = new ArrayList<>();
    for (Bill bill : arriving) {
      if (covers(bill, settled)) {
        overlaps
            .with(bill)
            .ifPresentOrElse(
                known -> found.add(new Overlap(bill, known)), () -> overlaps.add(bill));
      }
    }
    return found;
  }

  private static boolean covers(Bill bill, Set<Bill> settled) {
    return !bill.credit() && !settled.contains(bill);
  }

  /** The last bill to start before this one ends is the only one that can reach into it. */
  private Optional<Bill> with(Bill bill) {
    Map.Entry<Instant, Bill> before = of(bill.meter()).lowerEntry(bill.period().end());
    return Optional.ofNullable(before).map(Map.Entry::getValue).filter(bill::overlaps);
  }

  private void add(Bill bill) {
    of(bill.meter()).put(bill.period().start(), bill);
  }

  private NavigableMap<Instant, Bill> of(Meter meter) {
    return covering.computeIfAbsent(meter, unused -> new TreeMap<>());
  }
}
