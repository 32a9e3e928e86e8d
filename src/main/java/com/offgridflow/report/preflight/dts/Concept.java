package com.offgridflow.report.preflight.dts;

import javax.xml.namespace.QName;

/**
 * An element of a taxonomy.
 *
 * @param name its name
 * @param type local name of its type, such as {@code ghgEmissionsItemType}
 * @param periodType {@code instant} or {@code duration}
 * @param balance {@code debit}, {@code credit} or empty
 * @param typedDomain address of the element that holds the members of a typed axis, or empty
 * @param reportable whether it is an item and not abstract
 */
public record Concept(
    QName name,
    String type,
    String periodType,
    String balance,
    String typedDomain,
    boolean reportable) {}
