package com.offgridflow.calendar;

import com.offgridflow.activity.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which bills a credit takes back in whole: the same meter, the same period, the same amount. */
final class Credits {
  private record Place(Meter meter, Period period) {
    static Place of(Bill bill) {
      return new Place(bill.meter(), bill.period());
    }
  }

  private Credits() {}

  /**
   * Such bills and their credits, which together say nothing. Each credit takes back one bill, the
   * first that it fits.
   */
  static Set<Bill> settled(List<Bill> bills) {
    Set<Bill> settled = new HashSet<>();
    List<Bill> credits = bills.stream().filter(Bill::credit).toList();
    if (credits.isEmpty()) {
      return settled;
    }
    Map<Place, List<Bill>> byPlace = new HashMap<>();
    bills.forEach(
        bill -> byPlace.computeIfAbsent(Place.of(bill), place -> new ArrayList<>()).add(bill));
    credits.forEach(credit -> settle(credit, byPlace.get(Place.of(credit)), settled));
    return settled;
  }

  private static void settle(Bill credit, List<Bill> bills, Set<Bill> settled) {
    bills.stream()
        .filter(bill -> credit.takesBack(bill) && !settled.contains(bill))
        .findFirst()
        .ifPresent(bill -> settled.addAll(List.of(bill, credit)));
  }
}
