package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped table of DESNZ 2025 against the flat file, row by row by the flat file's ids; a gas
 * weighs what DESNZ weighs it, CH4 28 and N2O 265 (AR5).
 */
class DesnzTableTest {
  private static final BigDecimal CH4 = BigDecimal.valueOf(28);
  private static final BigDecimal N2O = BigDecimal.valueOf(265);
  private static final Pattern IDS = Pattern.compile("\\(([0-9_; ]+)\\)$");
  private static final String FIGURE = "GHG Conversion Factor 2025";

  private static List<CSVRecord> flat;
  private static List<Factor> shipped;
  private static Map<String, List<Factor>> byRow;

  @BeforeAll
  static void read() throws IOException {
    Originals.require();
    flat =
        Originals.withHeader("factors/desnz-2025/flat_2025.csv").stream()
            .filter(row -> !row.get(FIGURE).isEmpty())
            .toList();
    shipped =
        ShippedFactors.tables().stream().filter(f -> f.id().startsWith("desnz-2025:")).toList();
    byRow = new HashMap<>();
    for (Factor factor : shipped) {
      Matcher ids = IDS.matcher(factor.source().row());
      if (ids.find()) {
        for (String id : ids.group(1).split("; ")) {
          byRow.computeIfAbsent(id, unused -> new ArrayList<>()).add(factor);
        }
      }
    }
  }

  @Test
  void shouldReadTheWholeFlatFile() {
    // 8,740 rows of which 1,711 have no figure
    assertThat(flat).hasSize(7029);
  }

  @Test
  void shouldCarryEveryFigureToItsPrintedDigits() {
    int compared = 0;
    for (CSVRecord row : flat) {
      for (Factor factor : byRow.getOrDefault(rowId(row), List.of())) {
        Optional<BigDecimal> carried = carried(factor, row);
        if (carried.isPresent()) {
          assertThat(digits(carried.get())).as(row.toString()).isEqualTo(digits(figure(row)));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(5000);
  }

  /** Miles stand as km too, cubic metres of water as million litres; all else is carried. */
  @Test
  void shouldLeaveOutOnlyWhatStandsInAnotherUnitToo() {
    Map<String, BigDecimal> perKm = new HashMap<>();
    flat.stream().filter(r -> r.get("UOM").equals("km")).forEach(r -> perKm.put(key(r), figure(r)));
    for (CSVRecord row : flat) {
      if (!byRow.containsKey(rowId(row))) {
        if (row.get("UOM").equals("miles")) {
          BigDecimal mile = perKm.get(key(row)).multiply(new BigDecimal("1.609344"));
          assertThat(mile.subtract(figure(row)).abs()).as(row.toString()).isLessThan(e("0.00003"));
        } else {
          assertThat(row.get("Level 1") + row.get("UOM")).matches("Water.*cubic metres");
        }
      }
    }
  }

  @Test
  void shouldNotCarryAnythingTwice() {
    for (List<Factor> factors : byRow.values()) {
      assertThat(factors).extracting(f -> f.kind() + " " + f.subject()).doesNotHaveDuplicates();
    }
    assertThat(shipped).allMatch(f -> hasIds(f) || f.note().startsWith("quotient of two"));
  }

  /** By sheet and kind, the sums of the totals; the sheets of fuels and heat serve two kinds. */
  @Test
  void shouldSumUpEachSheetAsTheFlatFileDoes() {
    Map<String, BigDecimal> published = new TreeMap<>();
    for (CSVRecord row : flat) {
      if (row.get("GHG/Unit").equals("kg CO2e") && byRow.containsKey(rowId(row))) {
        for (Factor factor : byRow.get(rowId(row))) {
          published.merge(sheet(factor), figure(row), BigDecimal::add);
        }
      }
    }
    Map<String, BigDecimal> carried = new TreeMap<>();
    for (Factor factor : shipped) {
      if (hasIds(factor) && factor.unit().equals(Factor.KG_CO2E)) {
        carried.merge(sheet(factor), digits(co2e(factor)), BigDecimal::add);
      }
    }
    assertThat(carried).hasSameSizeAs(published);
    carried.forEach((s, sum) -> assertThat(sum).as(s).isEqualByComparingTo(published.get(s)));
  }

  /** Typed from the flat file by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stationary-combustion | natural-gas | kWh | 0.18296
          stationary-combustion | natural-gas/net-cv | kWh | 0.20270
          stationary-combustion | natural-gas | t | 2575.46441
          stationary-combustion | diesel | t | 3087.94462
          mobile-combustion | diesel | t | 3087.94462
          stationary-combustion | coal/domestic | t | 2904.95234
          stationary-combustion | wood-pellets | t | 55.19389
          stationary-combustion | wood-pellets/net-cv | kWh | 0.01150
          stationary-combustion | ethanol | L | 0.00901
          fugitive.gas | hfc-32 | kg | 677
          fugitive.gas | r-410a | kg | 1924
          mobile-distance | car/diesel | km | 0.17304
          mobile-distance | hgv/half-laden | km | 0.83589
          electricity.vehicle | car/battery-electric | km | 0.03663
          upstream.td | '' | kWh | 0.01853
          upstream.electricity | '' | kWh | 0.04590
          upstream.electricity | td | kWh | 0.00397
          grid.location | '' | kWh | 0.17700
          heat | '' | kWh | 0.17529
          steam | onsite | kWh | 0.17529
          upstream.heat | '' | kWh | 0.03341
          upstream.heat | distribution | kWh | 0.00945
          upstream.fuel | natural-gas | kWh | 0.03021
          upstream.fuel | ethanol/net-cv | GJ | 28.90900
          material | water-supply | ML | 191.30156
          waste | wastewater | ML | 170.87549
          material | clothing | t | 22310
          material | concrete/closed-loop | t | 3.21835
          waste | household-residual/landfill | t | 497.24244
          waste | mixed-plastics/incineration | t | 4.68568
          travel | air/long-haul/economy | passenger-km | 0.11704
          travel | air/long-haul/economy/without-rf | passenger-km | 0.06926
          travel | sea/ferry/foot-passenger | passenger-km | 0.01871
          travel | rail/national | passenger-km | 0.03546
          upstream.travel | rail/national | passenger-km | 0.00897
          freight | rail | t-km | 0.02779
          freight | ship/bulk-carrier | t-km | 0.00353
          freight | air/domestic | t-km | 4.60397
          freight | air/domestic/without-rf | t-km | 2.71931
          accommodation | hotel | room-night | 10.4
          accommodation | hotel/london | room-night | 11.5
          asset | electricity | kWh | 0.17700
          asset | van/diesel | km | 0.25561
          commuting | homeworking | FTE-h | 0.33378
          commuting | homeworking/office-equipment | FTE-h | 0.03144
          """)
  void shouldAnswerUnderItsKindAndSubject(
      String kind, String subject, String unit, BigDecimal printed) {
    assertThat(digits(co2e(at(kind, subject, unit, "GB")))).isEqualTo(digits(printed));
  }

  @Test
  void shouldGiveHotelsToTheirCountries() {
    assertThat(at("accommodation", "hotel", "room-night", "DE").value())
        .isEqualByComparingTo("13.2");
    assertThat(at("accommodation", "hotel", "room-night", "JP").value()).isEqualByComparingTo("39");
  }

  @Test
  void shouldCarryEnergyOfVehiclesAsEnergy() {
    Factor petrol = at("vehicle.energy", "car/petrol", "km", "GB");
    assertThat(petrol.value()).isEqualByComparingTo("0.70374");
    assertThat(petrol.unit().symbol()).isEqualTo("kWh");
    assertThat(at("vehicle.electricity", "car/battery-electric", "km", "GB").value())
        .isEqualByComparingTo("0.20656");
  }

  @Test
  void shouldKeepBiogenicCo2BesideTheTotal() {
    Amounts ethanol = at("stationary-combustion", "ethanol", "L", "GB").amounts();
    assertThat(ethanol.value().orElseThrow()).isEqualByComparingTo("0.00901");
    assertThat(ethanol.biogenicCo2().orElseThrow()).isEqualByComparingTo("1.52");
    assertThat(at("grid.location", "", "kWh", "GB").amounts().biogenicCo2().orElseThrow())
        .isEqualByComparingTo("0.11507");
  }

  /** By hand: 2575.46441 / 0.18296 = 14,077 kWh gross per t; net 2575.46441 / 0.20270 = 12,706. */
  @Test
  void shouldDeriveHeatingValuesFromTwoPublishedFigures() {
    assertThat(at("fuel.heating-value.gross", "natural-gas", "t", "GB").value())
        .isEqualByComparingTo("14080");
    assertThat(at("fuel.heating-value.net", "natural-gas", "t", "GB").value())
        .isEqualByComparingTo("12710");
  }

  private static Factor at(String kind, String subject, String unit, String place) {
    return shipped.stream()
        .filter(f -> f.kind().equals(kind) && f.subject().equals(subject))
        .filter(f -> f.perUnit().symbol().equals(unit) && f.place().equals(place))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " " + subject + " per " + unit));
  }

  private static Optional<BigDecimal> carried(Factor factor, CSVRecord row) {
    Amounts amounts = factor.amounts();
    String what = row.get("GHG/Unit");
    if (row.get("Level 1").equals("Outside of scopes")) {
      return amounts.biogenicCo2();
    }
    return switch (what.replace("kg CO2e of ", "")) {
      case "CO2 per unit" -> amounts.co2();
      case "CH4 per unit" -> amounts.ch4().map(CH4::multiply);
      case "N2O per unit" -> amounts.n2o().map(N2O::multiply);
      case "kg CO2e" -> Optional.of(co2e(factor));
      default -> amounts.value();
    };
  }

  private static BigDecimal co2e(Factor factor) {
    Amounts a = factor.amounts();
    return a.value()
        .orElseGet(
            () ->
                a.co2()
                    .orElseThrow()
                    .add(a.ch4().orElseThrow().multiply(CH4))
                    .add(a.n2o().orElseThrow().multiply(N2O)));
  }

  private static boolean hasIds(Factor factor) {
    return IDS.matcher(factor.source().row()).find();
  }

  private static String sheet(Factor factor) {
    return factor.source().table() + " as " + factor.kind();
  }

  private static String rowId(CSVRecord row) {
    return row.get("ID").replaceFirst("_\\d+$", "");
  }

  private static String key(CSVRecord row) {
    return row.stream().skip(1).limit(6).toList() + row.get("GHG/Unit");
  }

  private static BigDecimal figure(CSVRecord row) {
    return Originals.figure(row.get(FIGURE)).orElseThrow();
  }

  private static BigDecimal digits(BigDecimal figure) {
    return figure.setScale(5, RoundingMode.HALF_UP);
  }

  private static BigDecimal e(String number) {
    return new BigDecimal(number);
  }
}
