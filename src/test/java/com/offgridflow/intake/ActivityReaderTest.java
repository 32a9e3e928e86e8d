package com.offgridflow.intake;

import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static com.offgridflow.intake.wiring.Records.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityReaderTest {
  private static final Map<String, Object> GOOD = electricity("invoice 1", "1234.5");

  private final ActivityReader reader =
      new ActivityReader(getClass().getResourceAsStream("/schemas/activity-1.json"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record_key",
        "kind",
        "quantity",
        "unit",
        "period_start",
        "period_end",
        "evidence_object",
        "evidence_digest",
        "locator"
      })
  void shouldNameTheFieldThatIsMissing(String field) {
    Rejection rejection = rejected(without(GOOD, field));

    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.value()).isEmpty();
    assertThat(rejection.code()).isEqualTo("INVALID_FIELD");
    assertThat(rejection.message()).isEqualTo("the record has no value for this field");
    assertThat(rejection.mitigation()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "record_key, ''",
    "kind, tidal",
    "quantity, '1,234.5'",
    "quantity, twelve",
    "quantity, 1e999999999",
    "quantity, ''",
    "unit, ''",
    "unit, buckets",
    "period_start, 2024-09-01",
    "period_start, 2024-02-30T00:00:00Z",
    "period_end, 01.10.2024",
    "period_end, 2024-13-01T00:00:00Z",
    "period_end, 2024-08-31T00:00:00Z",
    "period_start, 0001-09-01T00:00:00Z",
    "period_end, 9999-12-31T00:00:00Z",
    "country, Germany",
    "cost, 12 EUR",
    "evidence_object, ''",
    "evidence_digest, abc",
    "locator, ''",
    "colour, green",
  })
  void shouldNameTheFieldAndTheValueThatDoNotFit(String field, String value) {
    Rejection rejection = rejected(with(with(GOOD, "currency", "EUR"), field, value));

    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.value()).isEqualTo(value);
    assertThat(rejection.mitigation()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"EURO", "eur", "''"})
  void shouldNameACurrencyThatIsNone(String currency) {
    assertThat(rejected(with(GOOD, "currency", currency)).field()).isEqualTo("currency");
  }

  /**
   * 10^18 Wh are 10^15 kWh, six times what the world uses in a year; 10^12 t are 10^15 kg; ISO
   * 3166-1 reserves UK for the United Kingdom, whose code is GB, and leaves XX to its users.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          country  | UK                   | UNKNOWN_COUNTRY      | write GB for the United Kingdom
          country  | EL                   | UNKNOWN_COUNTRY      | write GR for Greece
          country  | XX                   | UNKNOWN_COUNTRY      | the code of the country by ISO 3166-1, such as DE
          currency | ABC                  | UNKNOWN_CURRENCY     | the code of the currency by ISO 4217, such as EUR
          currency | XXX                  | UNKNOWN_CURRENCY     | the code of the currency by ISO 4217, such as EUR
          cost     | -100000000000000000  | IMPLAUSIBLE_COST     | less than 10^17
          quantity | 1e15                 | IMPLAUSIBLE_QUANTITY | less than 10^15 kWh; look whether the unit is right
          quantity | -1e21                | IMPLAUSIBLE_QUANTITY | less than 10^15 kWh; look whether the unit is right
          """)
  void shouldRefuseWhatCannotBeRight(String field, String value, String code, String hint) {
    Map<String, Object> billed = with(with(GOOD, "cost", "1"), "currency", "EUR");
    Rejection rejection = rejected(with(billed, field, value));

    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.value()).isEqualTo(value);
    assertThat(rejection.code()).isEqualTo(code);
    assertThat(rejection.mitigation()).isEqualTo(hint);
  }

  @ParameterizedTest
  @CsvSource({
    "Wh, 999999999999999999",
    "kWh, 999999999999999",
    "GWh, 100000000",
    "EUR, 1e19",
  })
  void shouldAcceptWhatIsJustBelow(String unit, String quantity) {
    String kind = unit.equals("EUR") ? "purchased-goods" : "electricity";
    Map<String, Object> record =
        with(with(with(GOOD, "kind", kind), "unit", unit), "country", "XK");

    assertThat(reader.read(with(record, "quantity", quantity)))
        .isInstanceOf(Reading.Accepted.class);
  }

  @Test
  void shouldRefuseUseThatLiesMoreThanAYearAhead() {
    Clock clock = Clock.fixed(Instant.parse("2023-08-30T00:00:00Z"), ZoneOffset.UTC);
    ActivityReader used =
        new ActivityReader(getClass().getResourceAsStream("/schemas/activity-1.json"), clock);
    Map<String, Object> within = with(GOOD, "period_start", "2024-08-30T00:00:00Z");

    assertThat(used.read(within)).isInstanceOf(Reading.Accepted.class);
    assertThat(((Reading.Rejected) used.read(GOOD)).rejection().toString())
        .contains("column period_start ('2024-09-01T00:00:00Z')", "more than a year ahead");
    assertThat(reader.read(GOOD)).isInstanceOf(Reading.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({"-1", "1.5"})
  void shouldNameACountOfLinesThatIsNone(double lines) {
    assertThat(rejected(with(GOOD, "lines", lines)).field()).isEqualTo("lines");
  }

  @Test
  void shouldAskForTheCurrencyOfACost() {
    assertThat(rejected(with(GOOD, "cost", "12")).field()).isEqualTo("currency");
  }

  @ParameterizedTest
  @ValueSource(strings = {"record_key", "subject", "service", "locator"})
  void shouldNameAFieldThatTheDatabaseCannotHold(String field) {
    Rejection rejection = rejected(with(GOOD, field, "a\u0000b"));

    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.toString()).doesNotContain("\u0000");
  }

  @Test
  void shouldSayWhereTheRecordStandsAndWhatWouldHaveWorked() {
    Rejection rejection = rejected(with(GOOD, "quantity", "1,234.5"));

    assertThat(rejection.toString())
        .isEqualTo(
            "bills.csv, line of invoice 1, column quantity ('1,234.5'): the value does not fit; a"
                + " decimal number with a point and no thousands separators, for example 1234.56");
  }

  /** September has 720 h: 2 GB-months of Amazon's are 1440 GiB-h. */
  @Test
  void shouldReadAProvidersOwnUnitAsTheProviderMeansIt() {
    Map<String, Object> cloud = with(with(GOOD, "kind", "cloud.storage.ssd"), "unit", "GB-Mo");
    Reading read = reader.read(with(with(cloud, "supplier", "aws"), "quantity", "2"));

    Activity activity = ((Reading.Accepted) read).activity();
    assertThat(activity.quantity().amount()).isEqualByComparingTo("1440");
    assertThat(activity.quantity().unit().symbol()).isEqualTo("GiB-h");
    assertThat(rejected(with(cloud, "supplier", "nobody")).message())
        .isEqualTo("unit 'GB-Mo' is not known; did you mean GB-month?");
  }

  @Test
  void shouldReadNumbersAndDigitsAlike() {
    for (Object quantity : List.of("1234.5", 1234.5, "1.2345e3")) {
      Activity activity =
          ((Reading.Accepted) reader.read(with(GOOD, "quantity", quantity))).activity();
      assertThat(activity.quantity().amount()).isEqualByComparingTo("1234.5");
    }
  }

  /** A reader that has seen good records of the same fields takes a shorter way. */
  @ParameterizedTest
  @CsvSource({
    "record_key, ''",
    "kind, steam engine",
    "kind, stationary-combustion",
    "quantity, '1,234.5'",
    "quantity, 1e999999999",
    "quantity, 0.5",
    "unit, ''",
    "unit, MWh",
    "period_start, 2024-09-01",
    "period_start, 2024-09-02T00:00:00Z",
    "period_end, 2024-02-30T00:00:00Z",
    "country, Germany",
    "country, FR",
    "cost, 12 EUR",
    "currency, eur",
    "currency, USD",
    "evidence_digest, abc",
    "locator, ''",
    "colour, green",
  })
  void shouldJudgeAlikeWhetherOrNotItHasSeenSuchARecord(String field, String value) {
    Map<String, Object> good = with(with(GOOD, "cost", new BigDecimal("9.50")), "currency", "EUR");
    reader.read(good);

    assertThat(reader.read(with(good, field, value)))
        .isEqualTo(fresh().read(with(good, field, value)));
  }

  @ParameterizedTest
  @CsvSource({"1E+30, true", "1.0000001E+30, false", "-1E+30, true", "-1E+31, false", "0, true"})
  void shouldHoldNumbersToTheBoundsOfTheSchema(BigDecimal quantity, boolean fits) {
    reader.read(with(GOOD, "quantity", BigDecimal.ONE));

    Reading reading = reader.read(with(GOOD, "quantity", quantity));

    String code = reading instanceof Reading.Rejected no ? no.rejection().code() : "";

    assertThat(code.equals("INVALID_FIELD")).isNotEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1001, false"})
  void shouldHoldTextsToTheLengthThatTheSchemaAllows(int length, boolean fits) {
    reader.read(GOOD);

    assertThat(reader.read(with(GOOD, "record_key", "k".repeat(length))))
        .isInstanceOf(fits ? Reading.Accepted.class : Reading.Rejected.class);
  }

  private ActivityReader fresh() {
    return new ActivityReader(getClass().getResourceAsStream("/schemas/activity-1.json"));
  }

  private Rejection rejected(Map<String, Object> record) {
    return ((Reading.Rejected) reader.read(record)).rejection();
  }
}
