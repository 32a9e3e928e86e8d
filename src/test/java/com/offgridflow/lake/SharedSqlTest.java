package com.offgridflow.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSqlTest {
  private static final SharedSql SHARED =
      new SharedSql(
          Map.of(
              "usage", "b as (select 1),\n-- include: total\n",
              "total", "select sum(x) from b\n",
              "egg", "-- an egg\n-- include: hen",
              "hen", "-- include: egg",
              "torn", "select\n-- include: nothing"));

  @TempDir Path folder;

  @Test
  void shouldPutSharedTextInPlaceOfTheLineThatIncludesIt() {
    assertThat(SHARED.resolve("toy.sql", "with a as (select 0),\n  -- include: usage\n-- end"))
        .isEqualTo("with a as (select 0),\nb as (select 1),\nselect sum(x) from b\n-- end");
  }

  @Test
  void shouldIncludeATextTwiceWhereItIsAskedForTwice() {
    assertThat(SHARED.resolve("toy.sql", "-- include: total\nunion\n-- include: total"))
        .isEqualTo("select sum(x) from b\nunion\nselect sum(x) from b");
  }

  @Test
  void shouldNameFileLineAndWhatThereIsForAnUnknownInclude() {
    assertThatThrownBy(() -> SHARED.resolve("toy.sql", "select 1\n-- include: totals"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "toy.sql, line 2: there is no shared/totals.sql to include; there are [egg, hen, torn,"
                + " total, usage]");
  }

  @Test
  void shouldNameTheSharedFileWhoseIncludeIsUnknown() {
    assertThatThrownBy(() -> SHARED.resolve("toy.sql", "-- include: torn"))
        .hasMessageStartingWith("shared/torn.sql, line 2: there is no shared/nothing.sql");
  }

  @Test
  void shouldRefuseIncludesThatGoRoundInACircle() {
    assertThatThrownBy(() -> SHARED.resolve("toy.sql", "-- include: egg"))
        .hasMessage("shared/hen.sql, line 1: includes go round in a circle: egg > hen > egg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-- include total", "--include: total", "-- includes: total", "-- include: Total"})
  void shouldRefuseWhatIsMeantAsAnIncludeAndIsWrittenOtherwise(String line) {
    assertThatThrownBy(() -> SHARED.resolve("toy.sql", line))
        .hasMessage("toy.sql, line 1: '" + line + "' should be like '-- include: activity'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-- what lines include beside tax", "-- includes tax and fees", "select 1"})
  void shouldLeaveOtherCommentsAsTheyAre(String line) {
    assertThat(SHARED.resolve("toy.sql", line)).isEqualTo(line);
  }

  @Test
  void shouldReadTheTextsOfAFolder() throws IOException {
    Files.writeString(folder.resolve("total.sql"), "select 2\n");
    Files.writeString(folder.resolve("notes.txt"), "none");
    SharedSql own = SHARED.with(SharedSql.in(folder));
    assertThat(own.resolve("toy.sql", "-- include: total")).isEqualTo("select 2");
    assertThatThrownBy(() -> own.resolve("toy.sql", "-- include: notes"))
        .hasMessageContaining("no shared/notes.sql");
    assertThat(SharedSql.in(folder.resolve("none")).resolve("toy.sql", "x")).isEqualTo("x");
  }

  @Test
  void shouldLeaveNoIncludeInWhatAnEngineSees() {
    for (BillingFormat format : ShippedFormats.known().all()) {
      assertThat(format.rollup().orElse("")).doesNotContain("-- include");
    }
    assertThat(ShippedFormats.of("aws-cur").rollup().orElseThrow())
        .contains("TimedStorage", "cross join (values (1), (2))");
  }

  @Test
  void shouldNameTheFormatWhoseFileIncludesWhatIsNotThere() {
    String text =
        "-- ---\n-- columns:\n--   Kind: {type: text, need: value}\n-- ---\n-- include: nothing\n";
    assertThatThrownBy(() -> FormatFile.read("toy.sql", text, SHARED))
        .hasMessageStartingWith("toy.sql, line 5: there is no shared/nothing.sql");
  }
}
