package com.offgridflow.report;

import java.util.Comparator;

/** The place of a value on an axis of its taxonomy, both by their local names. */
public record Dimension(String axis, String member) {
  static final Comparator<Dimension> BY_AXIS = Comparator.comparing(Dimension::axis);
}
