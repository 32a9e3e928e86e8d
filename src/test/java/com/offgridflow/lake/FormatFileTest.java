package com.offgridflow.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatFileTest {
  private static final String FIRST = "LineKind: {type: text, need: value}";

  private static BillingFormat read(String... columns) {
    return FormatFile.read(
        "toy.sql",
        "-- ---\n-- columns:\n--   "
            + String.join("\n--   ", columns)
            + "\n-- ---\nselect 1 from toy\n",
        SharedSql.none());
  }

  @Test
  void shouldTakeTheColumnsInTheirOrderFromTheLeadingComment() {
    BillingFormat format =
        read(FIRST, "Day: {type: day, need: value, headers: [Tag, Datum], pattern: '%d.%m.%Y'}");

    assertThat(format.code()).isEqualTo("toy");
    assertThat(format.columns()).extracting(BillingColumn::name).containsExactly("LineKind", "Day");
    assertThat(format.columns().get(1).headers()).containsExactly("Tag", "Datum");
    assertThat(format.columns().get(1).pattern()).contains("%d.%m.%Y");
    assertThat(format.rollup()).get().asString().contains("select 1 from toy");
  }

  @Test
  void shouldNotWantARollupOfAFormatThatIsReadWithoutOne() {
    BillingFormat format =
        FormatFile.read("toy.yaml", "columns:\n  " + FIRST + "\n", SharedSql.none());

    assertThat(format.rollup()).isEmpty();
    assertThat(format.reader()).isEqualTo("toy");
  }

  @Test
  void shouldReadARollupByTheReaderThatItNames() {
    String named = "-- ---\n-- reader: own\n-- columns:\n--   " + FIRST + "\n-- ---\nselect 1";

    assertThat(FormatFile.read("toy.sql", named, SharedSql.none()).reader()).isEqualTo("own");
    assertThat(read(FIRST, "Day: {type: day, need: value}").reader()).isEqualTo("rollup");
  }

  @Test
  void shouldNameTheColumnsThatAHeaderLacks() {
    assertThat(read(FIRST, "Price: {type: quantity, need: column}").missingFrom(List.of("price")))
        .extracting(BillingColumn::name)
        .containsExactly("LineKind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Day: {type: moment, need: value} | column Day has type 'moment', not one of [text, quantity
          Day: {type: time, need: often} | column Day has need 'often', not one of [optional, column, value]
          Day: {type: time, need: value, patern: x} | column Day has 'patern', not one of
          Day: {type: text, need: value, pattern: x} | column Day has a pattern but is of type neither day
          Bad name: {type: time, need: value} | column 'Bad name' must be named with letters
          """)
  void shouldSayWhatIsWrongWithAColumn(String column, String problem) {
    assertThatThrownBy(() -> read(FIRST, column))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("toy.sql: ")
        .hasMessageContaining(problem);
  }

  @Test
  void shouldWantTheKindOfChargeFirst() {
    assertThatThrownBy(() -> read("Price: {type: quantity, need: value}"))
        .hasMessageContaining(
            "its first column is Price (quantity); it must be the kind of charge");
  }

  @Test
  void shouldWantADeclaration() {
    assertThatThrownBy(() -> FormatFile.read("toy.sql", "select 1", SharedSql.none()))
        .hasMessage(
            "toy.sql: it must begin with its columns as a comment between two lines '-- ---'");
  }
}
