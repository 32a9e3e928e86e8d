package com.offgridflow.emission.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways to tell the emissions of cloud use. */
public enum CloudMethod {
  /** The hub's own estimate from the amount used. */
  USAGE("usage", "cloud-usage"),
  /** What was paid, by the factor of the sector. */
  SPEND("spend", "spend-based"),
  /** What the provider reports for the customer. */
  REPORTED("reported", "provider-reported");

  private final String code;
  private final String method;

  CloudMethod(String code, String method) {
    this.code = code;
    this.method = method;
  }

  /** Its name in a tenant's order of preference. */
  public String code() {
    return code;
  }

  /** Its name on emissions. */
  public String method() {
    return method;
  }

  public static Optional<CloudMethod> ofCode(String code) {
    return Arrays.stream(values()).filter(m -> m.code.equals(code)).findFirst();
  }

  /** By its name on emissions. */
  public static Optional<CloudMethod> ofMethod(String method) {
    return Arrays.stream(values()).filter(m -> m.method.equals(method)).findFirst();
  }

  /** Every code, for messages. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(CloudMethod::code).toList();
  }
}
