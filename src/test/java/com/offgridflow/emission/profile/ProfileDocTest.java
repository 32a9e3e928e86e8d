package com.offgridflow.emission.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.factor.FactorChoice.Chosen;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.ShippedFactors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the profiles in docs/methodology.md is what the data say. */
class ProfileDocTest {
  private static final FactorLibrary WHOLE = new FactorLibrary(ShippedFactors.tables());
  private static final LocalDate DAY = LocalDate.of(2024, 9, 1);
  private static final Map<String, String> REGIONS =
      new TreeMap<>(
          Map.of(
              "aws", "aws/eu-central-1", "azure", "azure/westeurope", "gcp", "gcp/europe-west1"));

  @Test
  void shouldShowBothProfilesAsTheirDataHaveThem() throws IOException {
    assertThat(Files.readString(Path.of("docs", "methodology.md"))).contains(table());
  }

  @Test
  void shouldSayWhatEveryCauseMeans() throws IOException {
    String text = Files.readString(Path.of("docs", "methodology.md"));
    for (Cause cause : Cause.values()) {
      assertThat(text).contains("`" + cause.code() + "`: " + cause.meaning());
    }
  }

  private static String table() {
    List<String> lines = new ArrayList<>();
    lines.add("| part | figure | " + String.join(" | ", Profiles.NAMES) + " |");
    lines.add("|---|---|---|---|");
    for (Cause cause : Cause.values()) {
      lines.add(line(cause, "tables and rules", profile -> rules(profile.part(cause))));
    }
    REGIONS.forEach((provider, region) -> constants(lines, provider, region));
    return String.join("\n", lines) + "\n";
  }

  private static void constants(List<String> lines, String of, String region) {
    add(lines, Cause.POWER, of + ", W of an idle vCPU", FactorKind.MIN_WATTS, of);
    add(lines, Cause.POWER, of + ", W of a busy vCPU", FactorKind.MAX_WATTS, of);
    add(lines, Cause.UTILISATION, of + ", utilisation", FactorKind.UTILISATION, of);
    add(lines, Cause.MEMORY, of + ", kWh per GB-h", FactorKind.MEMORY_ENERGY, of);
    add(lines, Cause.COEFFICIENTS, of + ", Wh per TB-h SSD", FactorKind.SSD_ENERGY, of);
    add(lines, Cause.COEFFICIENTS, of + ", Wh per TB-h HDD", FactorKind.HDD_ENERGY, of);
    add(lines, Cause.COEFFICIENTS, of + ", kWh per GB", FactorKind.NETWORK_ENERGY, of);
    add(lines, Cause.REPLICATION, of + ", copies by default", FactorKind.REPLICATION, of);
    add(lines, Cause.PUE, region, FactorKind.PUE, region, of);
    add(lines, Cause.GRID, region + ", kg/kWh in 2024", FactorKind.GRID, region);
    add(lines, Cause.EMBODIED, of + ", h of a server's life", FactorKind.SERVER_LIFETIME, of);
  }

  private static void add(
      List<String> lines, Cause cause, String name, String kind, String... places) {
    FactorQuery query = FactorQuery.of(kind, "", DAY, places);
    lines.add(line(cause, name, profile -> figure(profile.part(cause), query)));
  }

  private static String figure(Part part, FactorQuery query) {
    Chosen chosen = (Chosen) part.library(WHOLE).choose(query);
    return chosen.factor().value().toPlainString();
  }

  private static String rules(Part part) {
    List<String> rules = new ArrayList<>();
    rules.add(part.tables().isEmpty() ? "whole library" : String.join(", ", part.tables()));
    if (!part.types().isEmpty()) {
      rules.add("types of " + String.join(", ", part.types()));
    }
    new TreeMap<>(part.words())
        .forEach((name, words) -> rules.add(name + " " + String.join(", ", words)));
    return String.join("; ", rules);
  }

  private static String line(Cause cause, String name, Function<Profile, String> cell) {
    String cells =
        Profiles.NAMES.stream().map(Profiles::named).map(cell).collect(Collectors.joining(" | "));
    return "| `" + cause.code() + "` | " + name + " | " + cells + " |";
  }
}
