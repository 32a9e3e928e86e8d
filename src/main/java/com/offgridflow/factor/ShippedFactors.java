package com.offgridflow.factor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The factor tables that come with the hub, as resources below {@code factors/}. */
public final class ShippedFactors {
  /** The tables in factor format; the others have formats of their own. */
  public static final List<String> TABLES =
      List.of(
          "ccf-2024.csv",
          "ccf-coefficients-2026.csv",
          "aws-azure-pue-2026.csv",
          "google-region-carbon.csv",
          "ember-2026.csv",
          "epa-hub-2024.csv");

  /** Tables in factor format that only a methodology profile asks, see {@code profiles/}. */
  public static final List<String> PROFILE_TABLES = List.of("ccf-2024-grid.csv");

  private ShippedFactors() {}

  /** Every factor, those of profiles and of the instance catalogue included. */
  public static List<Factor> factors() {
    Stream<Factor> ofProfiles = PROFILE_TABLES.stream().flatMap(table -> table(table).stream());
    return Stream.of(
            tables().stream(), ofProfiles, instances().stream().flatMap(CloudInstance::factors))
        .flatMap(Function.identity())
        .toList();
  }

  /** The factors of {@link #TABLES}: what choosing needs. */
  public static List<Factor> tables() {
    return TABLES.stream().flatMap(table -> table(table).stream()).toList();
  }

  /** The factors of one table. */
  public static List<Factor> table(String table) {
    return open(table, reader -> FactorCsv.read(table, reader));
  }

  /**
   * @param name of the list, without {@code .csv}
   */
  public static UsageTypes usageTypes(String name) {
    String table = name + ".csv";
    return open(table, reader -> UsageTypes.read(table, reader));
  }

  public static CloudInstances instances() {
    String table = "cloud-instances.csv";
    return new CloudInstances(open(table, reader -> CloudInstances.read(table, reader)));
  }

  public static GridZones gridZones() {
    String table = "us-zip-egrid.csv";
    return open(table, reader -> GridZones.read(table, reader));
  }

  /**
   * @param name {@code AR4}, {@code AR5} or {@code AR6}
   */
  public static GwpSet gwp(String name) {
    String table = "gwp100.csv";
    return open(table, reader -> GwpSet.read(table, reader, name));
  }

  private static <T> T open(String table, Function<Reader, T> read) {
    try (InputStream in = ShippedFactors.class.getResourceAsStream("/factors/" + table)) {
      if (in == null) {
        throw new IllegalStateException("resource factors/" + table + " is missing from the hub");
      }
      return read.apply(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("resource factors/" + table + " cannot be read", e);
    }
  }
}
