package com.offgridflow.calendar;

import com.offgridflow.activity.Quantity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Use that no bill has told yet, estimated.
 *
 * @param days within one calendar month
 * @param quantity the estimate, in the unit of the bill before the gap
 * @param method how it was made
 * @param basis the bills it was made from
 */
public record Accrual(Days days, Quantity quantity, AccrualMethod method, List<Bill> basis) {
  public Accrual {
    basis = List.copyOf(basis);
  }

  /** Method and bills in words, the evidence of the estimate. */
  public String explanation() {
    String rows = basis.stream().map(Bill::row).collect(Collectors.joining(" and "));
    return "%s for %s, from %s".formatted(method.code(), days, rows);
  }
}
