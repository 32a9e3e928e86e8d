package com.offgridflow.report.preflight.dts;

import java.math.BigDecimal;
import javax.xml.namespace.QName;

/**
 * A relationship of a definition or calculation linkbase.
 *
 * @param role of the extended link that it is in
 * @param arcrole what kind it is
 * @param from source concept
 * @param to target concept
 * @param targetRole where consecutive relationships go on (XBRL Dimensions 1.0, section 2.4.3)
 * @param closed whether a hypercube admits no other dimensions
 * @param usable whether a member may be reported
 * @param weight of a summand
 */
public record Arc(
    String role,
    String arcrole,
    QName from,
    QName to,
    String targetRole,
    boolean closed,
    boolean usable,
    BigDecimal weight) {
  static final String DIMENSIONS = "http://xbrl.org/int/dim/arcrole/";

  /** Whether it is the dimensional relationship of this name, such as {@code all}. */
  boolean dimensional(String name) {
    return arcrole.equals(DIMENSIONS + name);
  }

  /** Whether it says that its target is a part of its source, by Calculations 1.0 or 1.1. */
  boolean summation() {
    return arcrole.equals("http://www.xbrl.org/2003/arcrole/summation-item")
        || arcrole.equals("https://xbrl.org/2023/arcrole/summation-item");
  }

  /** The role in which relationships from its target are looked for. */
  String next() {
    return targetRole.isEmpty() ? role : targetRole;
  }
}
