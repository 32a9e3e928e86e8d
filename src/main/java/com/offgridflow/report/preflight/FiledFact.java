package com.offgridflow.report.preflight;

import java.math.BigDecimal;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * A fact as a processor would read it.
 *
 * @param id its id, empty where it has none
 * @param concept what it reports
 * @param contextRef id of its context
 * @param unitRef id of its unit, empty for text
 * @param decimals its accuracy as written, empty where there is none
 * @param number its value, scaled and signed; empty for text and where it cannot be read
 * @param text its value as text
 * @param element where it stands
 */
record FiledFact(
    String id,
    QName concept,
    String contextRef,
    String unitRef,
    String decimals,
    Optional<BigDecimal> number,
    String text,
    Element element) {

  /** Its id, or the concept where it has none. */
  String place() {
    return id.isEmpty() ? concept.getLocalPart() : id;
  }

  boolean numeric() {
    return !unitRef.isEmpty();
  }

  /** Digits after the point that are right; empty for INF and what is no number. */
  Optional<Integer> digits() {
    return decimals.matches("-?[0-9]{1,4}")
        ? Optional.of(Integer.valueOf(decimals))
        : Optional.empty();
  }
}
