package com.offgridflow.activity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * What somebody may have meant by a unit that the hub does not know. Nothing but the exact symbol
 * is ever accepted: a spelling that means two units in two countries cannot be told from a right
 * one afterwards.
 */
final class Spellings {
  private static final Map<String, String> AMBIGUOUS =
      Map.ofEntries(
          Map.entry("ton", "t (1000 kg), short-ton (2000 lb) or long-ton (2240 lb)"),
          Map.entry("gallon", "gal (US, 3.785 L) or imp-gal (imperial, 4.546 L)"),
          Map.entry("tonmile", "short-ton-mile (2000 lb over a mile), or t-km"),
          Map.entry("mbtu", "kBtu (a thousand Btu) or mmBtu (a million Btu)"),
          Map.entry("barrel", "bbl, if it is petroleum (42 US gallons)"),
          Map.entry("kva", "kW: apparent power is no real power without the power factor"),
          Map.entry("kvah", "kWh: apparent energy is no real energy without the power factor"),
          Map.entry("tonhour", "ton-h-refrigeration, if it is cooling"),
          Map.entry("ncv", "kWh-net or GJ-net"),
          Map.entry("month", "h or day: how long it is depends on which one it is"));

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("tonne", "t"),
          Map.entry("metricton", "t"),
          Map.entry("kilogram", "kg"),
          Map.entry("gram", "g"),
          Map.entry("pound", "lb"),
          Map.entry("litre", "L"),
          Map.entry("liter", "L"),
          Map.entry("usgal", "gal"),
          Map.entry("usgallon", "gal"),
          Map.entry("imperialgallon", "imp-gal"),
          Map.entry("ukgallon", "imp-gal"),
          Map.entry("cubicmetre", "m3"),
          Map.entry("cubicmeter", "m3"),
          Map.entry("m³", "m3"),
          Map.entry("cubicfeet", "scf"),
          Map.entry("cubicfoot", "scf"),
          Map.entry("cf", "scf"),
          Map.entry("kilowatthour", "kWh"),
          Map.entry("megawatthour", "MWh"),
          Map.entry("kwhgrosscv", "kWh"),
          Map.entry("kwhnetcv", "kWh-net"),
          Map.entry("dekatherm", "Dth"),
          Map.entry("kilometre", "km"),
          Map.entry("kilometer", "km"),
          Map.entry("mi", "mile"),
          Map.entry("nauticalmile", "nmi"),
          Map.entry("tonnekm", "t-km"),
          Map.entry("tonnekilometre", "t-km"),
          Map.entry("pkm", "passenger-km"),
          Map.entry("hour", "h"),
          Map.entry("hr", "h"),
          Map.entry("second", "s"),
          Map.entry("minute", "min"),
          Map.entry("squaremetre", "m2"),
          Map.entry("squarefoot", "ft2"),
          Map.entry("squarefeet", "ft2"),
          Map.entry("sqft", "ft2"),
          Map.entry("gbmo", "GB-month"),
          Map.entry("gbhour", "GB-h"),
          Map.entry("gbsecond", "GB-s"),
          Map.entry("vcpuhour", "vCPU-h"));

  private static final Map<String, String> PLAIN =
      KnownUnits.symbols().stream()
          .collect(Collectors.groupingBy(Spellings::plain, Collectors.joining(" or ")));

  private Spellings() {}

  /** One sentence: that the unit is not known, and what may have been meant. */
  static String unknown(String symbol) {
    return "unit '" + symbol + "' is not known; " + remedy(symbol);
  }

  /** What may have been meant, as a clause. */
  static String remedy(String symbol) {
    String plain = plain(symbol == null ? "" : symbol);
    String singular = plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    return exact(plain)
        .or(() -> exact(singular))
        .or(() -> similar(singular).map(Spellings::question))
        .orElse("docs/units.md lists the units; currencies are by ISO 4217, such as EUR");
  }

  private static Optional<String> exact(String plain) {
    return Optional.ofNullable(AMBIGUOUS.get(plain))
        .map(choices -> "say " + choices)
        .or(() -> Optional.ofNullable(WORDS.get(plain)).map(Spellings::question))
        .or(() -> Optional.ofNullable(PLAIN.get(plain)).map(Spellings::question));
  }

  private static String question(String meant) {
    return "did you mean " + meant + "?";
  }

  private static Optional<String> similar(String plain) {
    LevenshteinDistance distance = new LevenshteinDistance(1);
    return Stream.concat(PLAIN.entrySet().stream(), WORDS.entrySet().stream())
        .filter(e -> plain.length() > 2 && distance.apply(plain, e.getKey()) >= 0)
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst();
  }

  /** Without case and separators. */
  private static String plain(String symbol) {
    return symbol.toLowerCase(Locale.ROOT).replaceAll("[\\s._()/*·-]", "");
  }
}
