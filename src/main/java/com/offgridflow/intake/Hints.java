package com.offgridflow.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.offgridflow.activity.ActivityKind;

/** What would have worked. */
final class Hints {
  static final String DETAIL =
      "a text or a number under a name of small letters, digits and underscores;"
          + " docs/methodology.md lists the names";

  private Hints() {}

  static String unit(ActivityKind kind) {
    return switch (kind) {
      case ELECTRICITY -> "electricity is measured in kWh, MWh, GWh, MJ or GJ";
      case STATIONARY_COMBUSTION ->
          "fuels are measured in kWh, mmBtu, therm, GJ, scf, ccf, m3, gal, L, kg, t or short-ton";
      case CLOUD_COMPUTE -> "processor time is measured in vCPU-h";
      case CLOUD_MEMORY -> "memory is measured in GiB-h or GB-h";
      case CLOUD_STORAGE_SSD, CLOUD_STORAGE_HDD -> "storage is measured in GiB-h, TB-h or GB-month";
      case CLOUD_NETWORK -> "transfer is measured in GiB or GB";
      case CLOUD_OTHER -> "any unit the provider bills in";
      case CLOUD_REPORTED -> "what a provider reports is measured in kg CO2e";
      case HEAT, STEAM, COOLING -> "heat, steam and cooling are measured in kWh, MWh, GJ or mmBtu";
      case MOBILE_COMBUSTION -> "vehicles are measured by fuel in L, gal or kWh, or in km or mile";
      case FUGITIVE_MASS_BALANCE, FUGITIVE_SCREENING -> "gases are measured in kg, g, t or lb";
      case PROCESS, PROCESS_CEMENT, PROCESS_LIME, PROCESS_STEEL ->
          "products and materials are measured in kg, t or short-ton";
      default -> "a unit such as kg, t, kWh or km, or a currency such as EUR";
    };
  }

  /** The schema's own words for a field. */
  static String of(String field, JsonNode property) {
    if (property.isMissingNode()) {
      return "a record has no field '" + field + "'; see schemas/activity-1.json";
    }
    StringBuilder hint = new StringBuilder(property.path("description").asText(field));
    if (property.has("enum")) {
      hint.append(", one of ").append(property.get("enum"));
    }
    if (property.has("examples")) {
      hint.append(", for example ").append(property.get("examples").get(0).asText());
    }
    return hint.toString();
  }
}
