package com.offgridflow.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.offgridflow.activity.BilledUnit.Bytes;
import com.offgridflow.activity.BilledUnit.Month;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BilledUnitsTest {
  private static final YearMonth MARCH = YearMonth.of(2025, 3);
  private static final Pattern BLOCK = Pattern.compile("(\\d+) (.+)");

  /**
   * Amazon S3 FAQs: 100 GB (107,374,182,400 bytes) for 15 days and 100 TB (109,951,162,777,600
   * bytes) for 16 days of March are 42,259,901,212,262,400 byte-hours, or 52,900 GB-months.
   */
  @Test
  void shouldGiveAmazonsOwnGbMonthsAndByteHoursAlike() {
    Quantity months = aws("GB-Mo").quantity(new BigDecimal(52_900), MARCH);
    Quantity hours = aws("ByteHrs").quantity(new BigDecimal("42259901212262400"), MARCH);
    // 52,900 x 744 h = 42,259,901,212,262,400 / 2^30
    assertThat(in("GiB-h", months)).isEqualByComparingTo("39357600");
    assertThat(in("GiB-h", hours)).isEqualByComparingTo("39357600");
  }

  /** AWS: 1 GB for the 744 hours of a 31-day month, or 31 GB for 24 hours, is one GB-month. */
  @Test
  void shouldBeAsLongAsTheMonthThatIsBilled() {
    assertThat(in("GiB-h", aws("GB-Mo").quantity(BigDecimal.ONE, MARCH)))
        .isEqualByComparingTo("744");
    assertThat(in("GiB-h", aws("GB-Mo").quantity(BigDecimal.ONE, YearMonth.of(2025, 2))))
        .isEqualByComparingTo("672");
    assertThat(in("GiB-h", aws("GB-Mo").quantity(BigDecimal.ONE, YearMonth.of(2024, 2))))
        .isEqualByComparingTo("696");
  }

  /**
   * Google's catalogue of October 2020: one gibibyte month is 2.8759101014016e15 byte-seconds. Of a
   * month of 30 days it is 2783138807808000.
   */
  @Test
  void shouldGiveGooglesOwnByteSecondsOfAGibibyteMonth() {
    BilledUnit month = BilledUnits.of("gcp", "gibibyte month").orElseThrow();
    assertThat(in("B-s", month.quantity(BigDecimal.ONE, YearMonth.of(2020, 10))))
        .isEqualByComparingTo("2875910101401600");
    assertThat(in("B-s", month.quantity(BigDecimal.ONE, YearMonth.of(2020, 11))))
        .isEqualByComparingTo("2783138807808000");
  }

  /** 744 x 2^30: read as byte-hours a GB-month would vanish, by a factor of 8 x 10^11. */
  @Test
  void shouldNotReadAGbMonthAsByteHours() {
    BigDecimal right = in("B-h", aws("GB-Mo").quantity(BigDecimal.ONE, MARCH));
    BigDecimal wrong = in("B-h", aws("ByteHrs").quantity(BigDecimal.ONE, MARCH));
    assertThat(right.divide(wrong)).isEqualByComparingTo("798863917056");
  }

  @ParameterizedTest
  @CsvSource({
    "azure, 100 Hours, 3, h, 300",
    "azure, 1 GB/Month, 1, GiB-h, 744",
    "azure, 1 TiB/Month, 1, GiB-h, 761856",
    "azure, 1 GB Second, 7200, GiB-h, 2",
    "azure, 50000 GB Seconds, 1, GiB-s, 50000",
    "azure, 1 Day, 2, h, 48",
    "gcp, gibibyte hour, 5, GiB-h, 5",
    "gcp, byte-seconds, 3865470566400, GiB-h, 1",
    "gcp, seconds, 7200, h, 2",
    "aws, Lambda-GB-Second, 3600, GiB-h, 1",
    "aws, vcpu-hours, 4, vCPU-h, 4",
    "aws, GB, 1, B, 1073741824"
  })
  void shouldReadWhatIsBilled(
      String provider, String name, BigDecimal billed, String unit, BigDecimal expected) {
    BilledUnit billedUnit = BilledUnits.of(provider, name).orElseThrow();
    assertThat(in(unit, billedUnit.quantity(billed, MARCH)))
        .isCloseTo(expected, within(new BigDecimal("1e-30")));
  }

  @ParameterizedTest
  @MethodSource("com.offgridflow.activity.BilledUnits#all")
  void shouldSayWhatEveryUnitMeans(BilledUnit unit) {
    String name = unit.name().toLowerCase(Locale.ROOT);
    assertThat(unit.month() == Month.ACTUAL).isEqualTo(name.matches(".*(mo|month|months)$"));
    assertThat(unit.bytes() == Bytes.BINARY).isEqualTo(unit.measure().symbol().contains("iB"));
    assertThat(unit.source()).isNotBlank();
  }

  @Test
  void shouldNotKnowWhatHasNoMeasure() {
    assertThat(BilledUnits.of("aws", "Requests")).isEmpty();
    assertThat(BilledUnits.of("azure", "10K")).isEmpty();
  }

  @Test
  void shouldCountAzuresBlocksAsMicrosoftListsThem() throws IOException {
    Path list = Path.of("../shared/data/billing/finops-toolkit/PricingUnits.csv");
    Assumptions.assumeTrue(Files.exists(list), list + " is not at hand");
    List<String> rows = Files.readAllLines(list, StandardCharsets.UTF_8);
    for (BilledUnit unit : BilledUnits.all()) {
      Matcher block = BLOCK.matcher(unit.name());
      if (unit.provider().equals("azure") && block.matches()) {
        assertThat(rows)
            .as(unit.name())
            .anyMatch(
                row ->
                    row.startsWith("\"" + unit.name() + "\",")
                        && row.split(",")[row.split(",").length - 2].equals(block.group(1)));
      }
    }
  }

  @Test
  void shouldStandInTheDocumentation() throws IOException {
    assertThat(Files.readString(Path.of("docs/units.md"))).contains(table());
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| provider | billed in | is | bytes | month |\n|---|---|---|---|---|\n");
    for (BilledUnit unit : BilledUnits.all()) {
      table.append(
          "| %s | %s | %s %s | %s | %s |%n"
              .formatted(
                  unit.provider(),
                  unit.name(),
                  unit.block().toPlainString(),
                  unit.measure().symbol() + (unit.month() == Month.NONE ? "" : " × hours"),
                  unit.bytes(),
                  unit.month()));
    }
    return table.toString();
  }

  private static BilledUnit aws(String name) {
    return BilledUnits.of("aws", name).orElseThrow();
  }

  private static BigDecimal in(String unit, Quantity quantity) {
    return quantity.to(Unit.of(unit).orElseThrow()).orElseThrow().amount();
  }
}
