package com.offgridflow.cbam;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A code of the Combined Nomenclature: eight digits, of which six are the Harmonized System's. */
public record CnCode(@JsonValue String digits) {
  private static final Pattern FORM = Pattern.compile("\\d{8}");

  /**
   * @throws IllegalArgumentException unless it is eight digits
   */
  @JsonCreator
  public CnCode {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "CN code '%s' should be eight digits such as 72083900".formatted(digits));
    }
  }

  /** As people write it, with or without blanks. */
  public static CnCode of(String text) {
    return new CnCode(text.replace(" ", ""));
  }

  /** The subheading of the Harmonized System. */
  public String hs() {
    return digits.substring(0, 6);
  }

  @Override
  public String toString() {
    return digits.substring(0, 4) + " " + digits.substring(4, 6) + " " + digits.substring(6);
  }
}
