package com.offgridflow.emission.scope2;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Calendar years that are to be computed together: no instrument's use lies in one of them and
 * partly outside, else its volume would be given away twice.
 */
public final class Spans {
  private Spans() {}

  /**
   * The years, and those that instruments tie to them, as days that do not overlap.
   *
   * @param years that have changed
   * @param uses days for which instruments are claimed
   */
  public static List<Days> of(Collection<Integer> years, Collection<Days> uses) {
    TreeSet<Integer> open = new TreeSet<>(years);
    List<Days> spans = new ArrayList<>();
    while (!open.isEmpty()) {
      Days span = tied(Days.year(open.first()), uses);
      for (int year = span.from().getYear(); year < span.to().getYear(); year++) {
        open.remove(year);
      }
      spans.add(span);
    }
    return List.copyOf(spans);
  }

  private static Days tied(Days span, Collection<Days> uses) {
    Days wider = span;
    for (Days use : uses) {
      wider = use.overlaps(wider) ? around(wider, use) : wider;
    }
    return wider.equals(span) ? span : tied(wider, uses);
  }

  /** Whole years that hold both. */
  private static Days around(Days a, Days b) {
    LocalDate from = a.from().isBefore(b.from()) ? a.from() : b.from();
    LocalDate last = (a.to().isAfter(b.to()) ? a.to() : b.to()).minusDays(1);
    return new Days(LocalDate.of(from.getYear(), 1, 1), LocalDate.of(last.getYear() + 1, 1, 1));
  }
}
