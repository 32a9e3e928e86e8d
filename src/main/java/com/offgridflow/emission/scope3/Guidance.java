package com.offgridflow.emission.scope3;

/** The document that names the methods of Scope 3. */
final class Guidance {
  private Guidance() {}

  /** A formula of it, as formulas cite their source. */
  static String formula(String numbers) {
    return "GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions (2013), formula "
        + numbers;
  }
}
