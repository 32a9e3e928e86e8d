package com.offgridflow.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/units.md lists every unit with those it converts to. */
class UnitDocTest {
  private static final List<String> BASES =
      List.of(
          "kWh",
          "kWh-net",
          "kW",
          "m3",
          "kg",
          "km",
          "passenger-km",
          "t-km",
          "TEU-km",
          "h",
          "m2",
          "m2-year",
          "vCPU-h",
          "GPU-h",
          "GB",
          "GB-h");

  @Test
  void shouldListEveryUnit() throws IOException {
    assertThat(Files.readString(Path.of("docs/units.md"))).contains(table());
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| in | one of each is |\n|---|---|\n");
    groups()
        .forEach(
            (base, members) ->
                table
                    .append("| ")
                    .append(base)
                    .append(" | ")
                    .append(String.join(", ", members))
                    .append(" |\n"));
    return table.toString();
  }

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    BASES.forEach(base -> groups.put(base, new ArrayList<>()));
    groups.put("itself alone", new ArrayList<>());
    for (String symbol : Unit.symbols()) {
      Unit unit = Unit.of(symbol).orElseThrow();
      String base =
          BASES.stream()
              .filter(b -> unit.factorTo(Unit.named(b)).isPresent())
              .findFirst()
              .orElse("itself alone");
      groups.get(base).add(base.equals("itself alone") ? symbol : symbol + " " + in(unit, base));
    }
    return groups;
  }

  private static String in(Unit unit, String base) {
    BigDecimal factor = unit.factorTo(Unit.named(base)).orElseThrow();
    return factor.round(new MathContext(10)).stripTrailingZeros().toPlainString();
  }
}
