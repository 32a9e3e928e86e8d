package com.offgridflow.report.preflight;

import java.math.BigDecimal;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * The value of an {@code ix:nonFraction}: its text by the transformation named in {@code format},
 * times ten to the power of {@code scale}, negated by {@code sign} (Inline XBRL 1.1, Part 1,
 * section 10).
 */
final class InlineNumber {
  /** Transformation Rules Registry 5, 2022-02-16. */
  static final String REGISTRY = "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16";

  private InlineNumber() {}

  /** Empty where the text is not of the transformation's form, or the transformation is unknown. */
  static Optional<BigDecimal> of(Element element) {
    String scale = element.getAttribute("scale");
    if (!scale.matches("-?[0-9]{0,2}")) {
      return Optional.empty();
    }
    int power = scale.isEmpty() ? 0 : Integer.parseInt(scale);
    return plain(element)
        .map(digits -> new BigDecimal(digits).scaleByPowerOfTen(power))
        .map(number -> element.getAttribute("sign").equals("-") ? number.negate() : number);
  }

  /** The transformation of a fact, empty where it names none. */
  static Optional<QName> format(Element element) {
    return element.hasAttribute("format")
        ? Optional.of(Dom.name(element, element.getAttribute("format")))
        : Optional.empty();
  }

  private static Optional<String> plain(Element element) {
    String text = element.getTextContent().strip();
    String format = format(element).map(QName::getLocalPart).orElse("");
    String digits =
        switch (format) {
          case "num-dot-decimal" -> text.replaceAll("[,\\s]", "");
          case "num-comma-decimal" -> text.replaceAll("[.\\s]", "").replace(',', '.');
          case "fixed-zero" -> "0";
          case "" -> text;
          default -> "";
        };
    return digits.matches("[0-9]+(\\.[0-9]+)?") ? Optional.of(digits) : Optional.empty();
  }
}
