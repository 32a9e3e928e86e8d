package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.RejectedRow;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rows and their values are read. */
class LakeReaderRowsTest extends CurFiles {
  /** Twelve places after the point, rounded half away from zero. */
  @ParameterizedTest
  @CsvSource({
    "14.3040000000, 14.304",
    "999999.9999999999994, 999999.999999999999",
    "999999.9999999999995, 1000000",
    "12345678901234567890.5, 12345678901234567890.5",
    "-1000000.0000000000005, -1000000.000000000001",
    "1e6, 1000000",
    "5e-13, 0.000000000001",
  })
  void shouldReadNumbersOfAnySizeExactly(String written, BigDecimal read) throws IOException {
    Path file = file("cur.csv", HEADER, GOOD.replace(",1,0.5,", "," + written + ",0.5,"));

    List<Group> groups = lake.groups(lake.reader().open(CUR, List.of(file), lake.scratch()));

    assertThat(groups.get(0).quantity()).isEqualByComparingTo(read);
  }

  @Test
  void shouldReadALineThatIsLongerThanTheEnginesOwnLimit() throws IOException {
    String wide = GOOD.replace("NatGateway-Hours", "x".repeat(5 << 20));
    Path file = file("cur.csv", HEADER, GOOD, wide);

    assertThat(lines(lake.reader().open(CUR, List.of(file), lake.scratch()))).isEqualTo(2);
  }

  @Test
  void shouldReadAHeaderThatGoesOverTwoLines() throws IOException {
    Path file = file("cur.csv", HEADER + ",\"a\nb\"", GOOD + ",x", GOOD);
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(1);
    assertThat(lake.reader().rejected(delivery, 1))
        .extracting(RejectedRow::row)
        .containsExactly(3L);
  }

  @Test
  void shouldRefuseToGuessWhichOfTwoColumnsCounts() throws IOException {
    Path file = file("cur.csv", HEADER + ",lineItem/UsageAmount", GOOD + ",999");

    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(file), lake.scratch()))
        .hasMessageContaining(
            "looks like aws-cur but has column lineItem/UsageAmount 2 times; it should be there once");
  }

  @Test
  void shouldTakeTheColumnOfTheUsualCaseFirst() throws IOException {
    Path file = file("cur.csv", "lineitem/usageamount," + HEADER, "999," + GOOD);

    assertThat(lake.rollup(CUR, file))
        .extracting(Group::quantity)
        .allSatisfy(read -> assertThat(read).isEqualByComparingTo("1"));
  }

  @Test
  void shouldReadWellFormedQuotesWithCommasAndLineBreaks() throws IOException {
    Path file =
        file("cur.csv", HEADER, GOOD.replace("NatGateway-Hours", "\"a, \"\"b\"\"\nc\""), "", GOOD);
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(delivery.files().get(0).readable()).isEqualTo(file);
    assertThat(delivery.rows()).isEqualTo(2);
    assertThat(lines(delivery)).isEqualTo(2);
  }

  @Test
  void shouldTakeAHeaderForABillWithoutLines() throws IOException {
    Delivery delivery = lake.reader().open(CUR, List.of(file("header", HEADER)), lake.scratch());

    assertThat(delivery.rows()).isZero();
    assertThat(lake.groups(delivery)).isEmpty();
  }
}
