package com.offgridflow.emission.scope2;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Contractual instruments in the order of precision in which their emission rates are to be used:
 * GHG Protocol Scope 2 Guidance (2015), table 6.3. What none of them covers takes the residual mix,
 * and where there is none, the rate of the grid.
 */
public enum InstrumentType {
  /** Energy attribute certificate: GO, REC, I-REC, REGO and their like. */
  CERTIFICATE("certificate"),
  /** Contract for a generator's power, such as a power purchase agreement, with its attributes. */
  CONTRACT("ppa"),
  /** The supplier's rate of a product (green tariff) or of what it delivers. */
  SUPPLIER_RATE("supplier-rate");

  private final String code;

  InstrumentType(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<InstrumentType> ofCode(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  /** Every code, in the order of the hierarchy. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(InstrumentType::code).toList();
  }
}
