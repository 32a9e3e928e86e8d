package com.offgridflow.report;

import java.util.Comparator;

/**
 * The place of a value on an axis of its taxonomy.
 *
 * @param axis local name of the axis
 * @param member local name of the member; on a typed axis, the member's text
 */
public record Dimension(String axis, String member) {
  static final Comparator<Dimension> BY_AXIS = Comparator.comparing(Dimension::axis);

  /** How EFRAG's taxonomies, which alone have typed axes here, name them. */
  private static final String TYPED = "TypedAxis";

  public Dimension {
    if (member.isBlank()) {
      throw new IllegalArgumentException("axis " + axis + " needs a member, not a blank text");
    }
  }

  /** Whether the member is a text of the reporter's instead of an element of the taxonomy. */
  public boolean typed() {
    return axis.endsWith(TYPED);
  }
}
