package com.offgridflow.calendar;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which bills a credit takes back in whole: the same meter, the same period, the same amount. */
final class Credits {
  private Credits() {}

  /**
   * Such bills and their credits, which together say nothing. Each credit takes back one bill, the
   * first that it fits.
   */
  static Set<Bill> settled(List<Bill> bills) {
    Set<Bill> settled = new HashSet<>();
    bills.stream().filter(Bill::credit).forEach(credit -> settle(credit, bills, settled));
    return settled;
  }

  private static void settle(Bill credit, List<Bill> bills, Set<Bill> settled) {
    bills.stream()
        .filter(bill -> credit.takesBack(bill) && !settled.contains(bill))
        .findFirst()
        .ifPresent(bill -> settled.addAll(List.of(bill, credit)));
  }
}
