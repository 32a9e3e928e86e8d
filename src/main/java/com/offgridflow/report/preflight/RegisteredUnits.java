package com.offgridflow.report.preflight;

import com.offgridflow.report.xbrl.Namespaces;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * The part of the XBRL International Unit Type Registry (edition of 2024-10-22) that sustainability
 * taxonomies use: which units a type admits. Types that are not listed admit any.
 */
final class RegisteredUnits {
  private static final Map<String, Set<String>> BY_TYPE =
      Map.of(
          "ghgEmissionsItemType", Set.of("tCO2e", "ktCO2e", "MtCO2e", "GtCO2e", "gCO2e"),
          "energyItemType", Set.of("J", "kJ", "MJ", "GJ", "TJ", "Wh", "kWh", "MWh", "GWh", "TWh"),
          "massItemType", Set.of("g", "kg", "t", "kT", "T", "lb"),
          "volumeItemType", Set.of("l", "hl", "Ml", "m3", "Mm3", "gal", "bbl"),
          "areaItemType", Set.of("sqm", "ha", "sqkm", "acre"));
  private static final Map<String, String> PER_MONEY =
      Map.of(
          "ghgEmissionsPerMonetaryItemType", "ghgEmissionsItemType",
          "energyPerMonetaryItemType", "energyItemType",
          "volumePerMonetaryItemType", "volumeItemType");

  private RegisteredUnits() {}

  /** Whether the measure is one of the registry, a currency or pure. */
  static boolean known(QName measure) {
    String name = measure.getLocalPart();
    return switch (measure.getNamespaceURI()) {
      case Namespaces.CURRENCIES -> currency(name);
      case Namespaces.INSTANCE -> name.equals("pure") || name.equals("shares");
      case Namespaces.UNITS -> BY_TYPE.values().stream().anyMatch(units -> units.contains(name));
      default -> false;
    };
  }

  static boolean fits(String type, FiledUnit unit) {
    if (PER_MONEY.containsKey(type)) {
      return is(PER_MONEY.get(type), unit.numerators())
          && is("monetaryItemType", unit.denominators());
    }
    return !limited(type) || unit.denominators().isEmpty() && is(type, unit.numerators());
  }

  /** What the type admits, for a message. */
  static String expected(String type) {
    if (PER_MONEY.containsKey(type)) {
      return expected(PER_MONEY.get(type)) + " per currency";
    }
    return switch (type) {
      case "monetaryItemType" -> "a currency by ISO 4217";
      case "percentItemType", "pureItemType" -> "pure";
      default -> BY_TYPE.get(type).stream().sorted().collect(Collectors.joining(", "));
    };
  }

  private static boolean limited(String type) {
    return BY_TYPE.containsKey(type)
        || Stream.of("monetaryItemType", "percentItemType", "pureItemType").anyMatch(type::equals);
  }

  private static boolean is(String type, List<QName> measures) {
    return measures.size() == 1 && is(type, measures.get(0));
  }

  private static boolean is(String type, QName measure) {
    String name = measure.getLocalPart();
    String namespace = measure.getNamespaceURI();
    return switch (type) {
      case "monetaryItemType" -> namespace.equals(Namespaces.CURRENCIES) && currency(name);
      case "percentItemType", "pureItemType" ->
          namespace.equals(Namespaces.INSTANCE) && name.equals("pure");
      default -> namespace.equals(Namespaces.UNITS) && BY_TYPE.get(type).contains(name);
    };
  }

  private static boolean currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }
}
