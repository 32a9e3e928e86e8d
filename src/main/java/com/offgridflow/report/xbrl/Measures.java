package com.offgridflow.report.xbrl;

import java.util.Arrays;
import java.util.List;
import javax.xml.namespace.QName;

/**
 * A unit of a report as XBRL measures: {@code pure}, a currency by its ISO 4217 code, a unit of the
 * XBRL unit registry, or one of them per another such as {@code tCO2e/EUR}.
 *
 * @param numerator the measure, or the one above the line
 * @param denominator the one below the line, or none
 */
record Measures(QName numerator, List<QName> denominator) {

  /**
   * @throws IllegalArgumentException when the text is neither a unit nor a ratio of two
   */
  static Measures of(String unit) {
    List<QName> names = Arrays.stream(unit.split("/", -1)).map(part -> name(unit, part)).toList();
    if (names.size() > 2) {
      throw new IllegalArgumentException(
          "unit '" + unit + "' is neither one such as MWh nor a ratio such as tCO2e/EUR");
    }
    return new Measures(names.get(0), names.subList(1, names.size()));
  }

  private static QName name(String unit, String part) {
    if (!part.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException(
          "unit '" + unit + "' is neither one such as MWh nor a ratio such as tCO2e/EUR");
    }
    if (part.equals("pure")) {
      return new QName(Namespaces.INSTANCE, part, "xbrli");
    }
    return part.matches("[A-Z]{3}")
        ? new QName(Namespaces.CURRENCIES, part, "iso4217")
        : new QName(Namespaces.UNITS, part, "utr");
  }
}
