package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.offgridflow.intake.Rejection;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtilityBillTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalObject FILE =
      new LocalObject("2024/bills.csv", Path.of("bills.csv"), 10, "ab".repeat(32));

  /**
   * The last day belongs to the period. Berlin is two hours ahead of UTC from 31 March to 27
   * October 2024 (Directive 2000/84/EC) and one hour otherwise, New York four from 10 March to 3
   * November (15 U.S.C. 260a) and five otherwise.
   */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2024-09-01, 2024-09-30, 2024-08-31T22:00:00Z, 2024-09-30T22:00:00Z",
    "Europe/Berlin, 2024-03-01, 2024-03-31, 2024-02-29T23:00:00Z, 2024-03-31T22:00:00Z",
    "Europe/Berlin, 2024-10-01, 2024-10-31, 2024-09-30T22:00:00Z, 2024-10-31T23:00:00Z",
    "Europe/Berlin, 2024-03-31, 2024-03-31, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z",
    "America/New_York, 2024-11-03, 2024-11-03, 2024-11-03T04:00:00Z, 2024-11-04T05:00:00Z",
    "UTC, 2023-12-31, 2023-12-31, 2023-12-31T00:00:00Z, 2024-01-01T00:00:00Z",
  })
  void shouldReadDaysAtTheSite(String zone, String first, String last, String start, String end) {
    Map<String, String> row = bill(Map.of("period_start", first, "period_end", last));

    assertThat(UtilityBill.toRecord(row, "line 2", FILE, ZoneId.of(zone)))
        .containsEntry("period_start", start)
        .containsEntry("period_end", end);
  }

  /** New York is five hours behind UTC in January. */
  @Test
  void shouldTakeTheSitesOwnZoneBeforeTheConnections() {
    Map<String, Object> record =
        record(
            Map.of(
                "time_zone", "America/New_York",
                "period_start", "2025-01-01",
                "period_end", "2025-01-31"));

    assertThat(record)
        .containsEntry("period_start", "2025-01-01T05:00:00Z")
        .containsEntry("details", Map.of("time_zone", "America/New_York"));
  }

  @Test
  void shouldRefuseAZoneThatThereIsNot() {
    RejectedRowException refused =
        catchThrowableOfType(
            RejectedRowException.class, () -> record(Map.of("time_zone", "Europe/Bonn")));

    assertThat(refused.rejection().toString())
        .contains("time_zone", "Europe/Bonn", "no such time zone", "Europe/Berlin");
  }

  @Test
  void shouldTellMetersOfOneAccountApart() {
    Map<String, Object> record = record(Map.of("account", "E-1", "meter", "M7"));

    assertThat((String) record.get("record_key")).endsWith("/2024-09-01/M7");
    assertThat(record)
        .containsEntry("details", Map.of("time_zone", "Europe/Berlin", "meter", "M7"));
  }

  @ParameterizedTest
  @CsvSource({
    "kWh, kWh", "KWH, kWh", "mwh, MWh", "MMBtu, mmBtu", "Therms, therm", "therm, therm",
    "gallons, gal", "Litres, L", "l, L", "m\u00b3, m3", "scf, scf", "CCF, ccf",
    "MCF, Mcf", "Therm, therm", "tonnes, t", "buckets, buckets",
  })
  void shouldKnowTheSpellingsOfAUnit(String written, String symbol) {
    assertThat(record(Map.of("unit", written))).containsEntry("unit", symbol);
  }

  @ParameterizedTest
  @CsvSource({
    "natural-gas, natural-gas",
    "gas, natural-gas",
    "diesel, distillate-fuel-oil-no-2",
    "heating-oil, distillate-fuel-oil-no-2",
    "petrol, motor-gasoline",
  })
  void shouldNameAFuelAsItsFactorsDo(String written, String fuel) {
    assertThat(record(Map.of("kind", written)))
        .containsEntry("kind", "stationary-combustion")
        .containsEntry("subject", fuel);
  }

  @Test
  void shouldMapAllCells() {
    Map<String, Object> record =
        record(
            Map.of(
                "supplier", "Stadtwerke",
                "postcode", "10115",
                "country", "DE",
                "site", " Berlin office ",
                "account", "E-1",
                "cost", "29.00",
                "currency", "EUR",
                "invoice", "INV-7"));

    assertThat(record)
        .containsEntry("record_key", "INV-7/E-1/Berlin office/electricity/2024-09-01")
        .containsEntry("kind", "electricity")
        .containsEntry("quantity", "100")
        .containsEntry("supplier", "Stadtwerke")
        .containsEntry("postcode", "10115")
        .containsEntry("country", "DE")
        .containsEntry("facility", "Berlin office")
        .containsEntry("account", "E-1")
        .containsEntry("cost", "29.00")
        .containsEntry("currency", "EUR")
        .containsEntry("evidence_object", "2024/bills.csv")
        .containsEntry("evidence_digest", "ab".repeat(32))
        .containsEntry("locator", "line 2")
        .containsEntry("lines", 1);
  }

  @Test
  void shouldKnowABillByItsInvoiceInAnyFile() {
    LocalObject other = new LocalObject("copy.csv", Path.of("copy.csv"), 11, "cd".repeat(32));
    Map<String, String> row = bill(Map.of("invoice", "INV-7"));

    assertThat(UtilityBill.toRecord(row, "line 9", other, BERLIN).get("record_key"))
        .isEqualTo(UtilityBill.toRecord(row, "line 2", FILE, BERLIN).get("record_key"));
  }

  @Test
  void shouldNotCarryACostThatIsNotThere() {
    assertThat(record(Map.of("currency", "EUR"))).doesNotContainKeys("cost", "currency");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "quantity", "unit", "period_start", "period_end"})
  void shouldNameTheCellThatIsMissing(String column) {
    for (Map<String, String> row : List.of(bill(Map.of(column, " ")), bare(column))) {
      Rejection rejection = rejected(row);
      assertThat(rejection.field()).isEqualTo(column);
      assertThat(rejection.code()).isEqualTo("MISSING_VALUE");
      assertThat(rejection.toString()).startsWith("2024/bills.csv, line 2, column " + column);
    }
  }

  @Test
  void shouldAskForTheCurrencyOfACost() {
    assertThat(rejected(bill(Map.of("cost", "12"))).field()).isEqualTo("currency");
  }

  @ParameterizedTest
  @CsvSource({
    "Electricity, electricity",
    "NATURAL-GAS, stationary-combustion",
    "natural gas, stationary-combustion",
    "Heating_Oil, stationary-combustion",
    "Steam, steam",
    "heat, heat",
  })
  void shouldReadAKindInAnyCase(String written, String kind) {
    assertThat(UtilityBill.toRecord(bill(Map.of("kind", written)), "line 2", FILE, BERLIN))
        .containsEntry("kind", kind);
  }

  @Test
  void shouldListTheFuelsWhenOneIsNotKnown() {
    Rejection rejection = rejected(bill(Map.of("kind", "unobtainium")));

    assertThat(rejection.code()).isEqualTo("UNKNOWN_KIND");
    assertThat(rejection.value()).isEqualTo("unobtainium");
    assertThat(rejection.mitigation()).contains("electricity", "natural-gas", "diesel");
  }

  @Test
  void shouldRejectAPeriodThatEndsBeforeItStarts() {
    Rejection rejection = rejected(bill(Map.of("period_end", "2024-08-31")));

    assertThat(rejection.field()).isEqualTo("period_end");
    assertThat(rejection.value()).isEqualTo("2024-08-31");
    assertThat(rejection.message()).isEqualTo("the period ends before it starts on 2024-09-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30.09.2024", "2024-02-30", "2024-09", "9/30/2024"})
  void shouldShowADayThatIsNone(String day) {
    Rejection rejection = rejected(bill(Map.of("period_end", day)));

    assertThat(rejection.field()).isEqualTo("period_end");
    assertThat(rejection.value()).isEqualTo(day);
    assertThat(rejection.mitigation()).contains("2024-09-30");
  }

  private static Map<String, Object> record(Map<String, String> cells) {
    return UtilityBill.toRecord(bill(cells), "line 2", FILE, BERLIN);
  }

  private static Rejection rejected(Map<String, String> row) {
    return catchThrowableOfType(
            RejectedRowException.class, () -> UtilityBill.toRecord(row, "line 2", FILE, BERLIN))
        .rejection();
  }

  private static Map<String, String> bare(String without) {
    Map<String, String> row = bill(Map.of());
    row.remove(without);
    return row;
  }

  private static Map<String, String> bill(Map<String, String> cells) {
    Map<String, String> row = new HashMap<>();
    row.put("kind", "electricity");
    row.put("quantity", "100");
    row.put("unit", "kWh");
    row.put("period_start", "2024-09-01");
    row.put("period_end", "2024-09-30");
    row.putAll(cells);
    return row;
  }
}
