package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.RejectedRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows are rejected, and how they are told of. */
class LakeReaderRejectionsTest extends CurFiles {
  @Test
  void shouldRejectOnlyTheRowsWithUnusableValues() throws IOException {
    Path file =
        file(
            "cur.csv",
            HEADER,
            GOOD,
            GOOD.replace(",1,0.5,", ",many,0.5,"),
            GOOD.replace("2024-09-02T", "02/09/2024 "),
            GOOD.replace(",0.5,", ",,"),
            GOOD);
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(2);
    assertThat(lake.reader().rejected(delivery, 2))
        .extracting(RejectedRow::message)
        .containsExactly(
            file
                + ", row 3, column lineItem/UsageAmount: 'many' is not usable; expected a plain number such as 12.5, below 10^20",
            file
                + ", row 4, column lineItem/UsageStartDate: '02/09/2024 00:00:00Z' is not usable; expected a time such as 2024-09-01T00:00:00Z, of the years 1970 to 2099",
            file
                + ", row 5, column lineItem/UnblendedCost: has no value; expected a plain number such as 12.5, below 10^20");
  }

  @Test
  void shouldRejectMalformedRowsAndKeepCountingInTheDeliveredFile() throws IOException {
    Path file =
        file(
            "cur.csv",
            HEADER,
            GOOD,
            GOOD + ",more",
            "Usage,2024-09-02T00:00:00Z",
            GOOD.replace("NatGateway-Hours", "\"NatGateway-Hours"),
            GOOD.replace("NatGateway-Hours", "\"two\nlines\""),
            GOOD.replace(",1,0.5,", ",x,0.5,"),
            GOOD);
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(delivery.rows()).isEqualTo(7);
    assertThat(lines(delivery)).isEqualTo(3);
    assertThat(lake.reader().rejected(delivery, 3))
        .extracting(RejectedRow::row, RejectedRow::expected)
        .containsExactlyInAnyOrder(
            tuple(3L, "9 fields instead of 10"),
            tuple(4L, "9 fields instead of 2"),
            tuple(5L, "a comma after the closing quote"),
            tuple(7L, "a plain number such as 12.5, below 10^20"));
  }

  /** 10^20 vCPU-hours are what the whole world's computers could not use in a thousand years. */
  @ParameterizedTest
  @CsvSource({
    "lineItem/UsageAmount, 100000000000000000000",
    "lineItem/UsageAmount, -1e30",
    "lineItem/UsageStartDate, 9999-01-01T00:00:00Z",
    "lineItem/UsageStartDate, 1969-12-31T23:59:59Z",
    "lineItem/UsageStartDate, infinity",
  })
  void shouldRejectFiguresThatCannotBeRight(String column, String value) throws IOException {
    String bad =
        column.endsWith("Amount")
            ? GOOD.replace(",1,0.5,", "," + value + ",0.5,")
            : GOOD.replace("2024-09-02T00:00:00Z", value);
    Delivery delivery =
        lake.reader().open(CUR, List.of(file("cur.csv", HEADER, GOOD, bad)), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(1);
    assertThat(lake.reader().rejected(delivery, 1))
        .extracting(RejectedRow::row, RejectedRow::column, RejectedRow::value)
        .containsExactly(tuple(3L, column, value));
  }

  @Test
  void shouldRejectOnlyTheRowsWhoseCurrencyIsNone() throws IOException {
    String none = GOOD.replace(",USD", ",ABC");
    Path file =
        file(
            "cur.csv",
            HEADER,
            none,
            GOOD,
            GOOD.replace(",USD", ",gbp"),
            GOOD.replace(",USD", ",D E"));
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(none).isNotEqualTo(GOOD);
    assertThat(lines(delivery)).isEqualTo(2);
    assertThat(lake.reader().rejected(delivery, 2))
        .extracting(RejectedRow::row, RejectedRow::value, RejectedRow::expected)
        .containsExactly(
            tuple(2L, "ABC", "an ISO 4217 code such as USD"),
            tuple(5L, "D E", "an ISO 4217 code such as USD"));
  }

  @Test
  void shouldRejectOnlyTheRowsThatAreNotUtf8() throws IOException {
    Path file = directory.resolve("cur.csv");
    String bad = GOOD.replace("NatGateway-Hours", "B\u00f6se");
    String text = String.join("\n", HEADER + ",\u00fcber", GOOD + ",x", bad + ",y", GOOD + ",z");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(2);
    assertThat(lake.reader().rejected(delivery, 2))
        .extracting(RejectedRow::row, RejectedRow::expected)
        .containsExactly(tuple(3L, "text in UTF-8"));
  }

  @Test
  void shouldRefuseToAccountForRowsThatNobodySaw() throws IOException {
    Delivery delivery =
        lake.reader().open(CUR, List.of(file("cur.csv", HEADER, GOOD, GOOD)), lake.scratch());

    assertThatThrownBy(() -> lake.reader().rejected(delivery, 1))
        .hasMessageContaining("read 2, accounted 1, rejected 0");
  }
}
