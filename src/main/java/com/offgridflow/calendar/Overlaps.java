package com.offgridflow.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds bills of one meter that cover the same time. A credit is beside the bill that it corrects,
 * and a bill that a credit takes back in whole stands in nobody's way.
 */
public final class Overlaps {
  private Overlaps() {}

  /**
   * Those of the arriving bills that cannot be taken in; the first of two that arrive together
   * stays.
   *
   * @param standing bills that are there, of any meters
   * @param arriving new ones, in the order in which they came
   */
  public static List<Overlap> find(List<Bill> standing, List<Bill> arriving) {
    Set<Bill> settled =
        Credits.settled(Stream.concat(standing.stream(), arriving.stream()).toList());
    Map<Meter, List<Bill>> covering = new HashMap<>();
    standing.stream().filter(bill -> covers(bill, settled)).forEach(bill -> add(covering, bill));
    List<Overlap> found = new ArrayList<>();
    for (Bill bill : arriving) {
      if (covers(bill, settled)) {
        Optional<Bill> other = overlapping(covering, bill);
        other.ifPresentOrElse(
            known -> found.add(new Overlap(bill, known)), () -> add(covering, bill));
      }
    }
    return found;
  }

  private static boolean covers(Bill bill, Set<Bill> settled) {
    return !bill.credit() && !settled.contains(bill);
  }

  private static Optional<Bill> overlapping(Map<Meter, List<Bill>> covering, Bill bill) {
    return covering.getOrDefault(bill.meter(), List.of()).stream()
        .filter(bill::overlaps)
        .findFirst();
  }

  private static void add(Map<Meter, List<Bill>> covering, Bill bill) {
    covering.computeIfAbsent(bill.meter(), meter -> new ArrayList<>()).add(bill);
  }
}
