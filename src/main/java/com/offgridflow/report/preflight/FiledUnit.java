package com.offgridflow.report.preflight;

import java.util.List;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/**
 * A unit as it stands in a document.
 *
 * @param id its id
 * @param numerators its measures, or those above the line
 * @param denominators the measures below the line, none for a plain unit
 */
record FiledUnit(String id, List<QName> numerators, List<QName> denominators) {
  Object measures() {
    return List.of(numerators, denominators);
  }

  @Override
  public String toString() {
    return names(numerators) + (denominators.isEmpty() ? "" : "/" + names(denominators));
  }

  private static String names(List<QName> measures) {
    return measures.stream().map(QName::getLocalPart).collect(Collectors.joining("*"));
  }
}
