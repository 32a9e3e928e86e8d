package com.offgridflow.report;

/**
 * Who reports.
 *
 * @param name the legal name
 * @param lei the legal entity identifier, which XBRL names the entity by
 * @param country ISO 3166-1 alpha-2 code of the seat
 */
public record ReportingEntity(String name, Lei lei, String country) {
  public ReportingEntity {
    if (name.isBlank()) {
      throw new IllegalArgumentException("reporting entity " + lei + " needs a legal name");
    }
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "country of '"
              + name
              + "' must be two capital letters such as DE, not '"
              + country
              + "'");
    }
  }
}
