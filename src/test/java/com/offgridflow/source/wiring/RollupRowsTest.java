package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.source.RollupRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RollupRowsTest {
  private static final Pattern LAST_SELECT = Pattern.compile("(?s).*\nselect (.*?)\nfrom [a-z]+\n");

  /** Rows are read by position. */
  @ParameterizedTest
  @MethodSource("rollups")
  void shouldFindTheColumnsOfEachRollupWhereARowHasThem(BillingFormat format) {
    List<String> names =
        Arrays.stream(RollupRow.class.getRecordComponents()).map(c -> c.getName()).toList();

    assertThat(columns(format)).isEqualTo(names);
  }

  static Stream<BillingFormat> rollups() {
    return ShippedFormats.known().all().stream().filter(format -> format.reader().equals("rollup"));
  }

  private static List<String> columns(BillingFormat format) {
    Matcher last = LAST_SELECT.matcher(format.rollup().orElseThrow());
    assertThat(last.lookingAt()).isTrue();
    String flat = last.group(1);
    while (flat.contains("(")) {
      flat = flat.replaceAll("\\([^()]*\\)", "");
    }
    return Arrays.stream(flat.split(","))
        .map(column -> column.strip().replaceAll("(?s).* ", "").toLowerCase(Locale.ROOT))
        .collect(Collectors.toList());
  }
}
