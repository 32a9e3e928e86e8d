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
          "epa-hub-2024.csv",
          "desnz-2025.csv",
          "epa-supply-chain-1.3.csv",
          "ipcc-2006.csv",
          "csi-2011.csv");

  /** The catalogue of instance types, whose figures are factors too. */
  public static final String INSTANCES = "cloud-instances.csv";

  /** Tables in factor format that only a methodology profile asks, see {@code profiles/}. */
  public static final List<String> PROFILE_TABLES = List.of("ccf-2024-grid.csv");

  private ShippedFactors() {}

  /** The factors of one table, {@link #INSTANCES} among them. */
  public static List<Factor> of(String table) {
    return table.equals(INSTANCES)
        ? instances().stream().flatMap(CloudInstance::factors).toList()
        : open(table, reader -> FactorCsv.read(table, reader));
  }

  /** A table as it ships. */
  public static byte[] bytes(String table) {
    try (InputStream in = resource(table)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(table, e);
    }
  }

  /** Every factor, those of profiles and of the instance catalogue included. */
  public static List<Factor> factors() {
    Stream<Factor> ofProfiles = PROFILE_TABLES.stream().flatMap(table -> of(table).stream());
    return Stream.of(
            tables().stream(), ofProfiles, instances().stream().flatMap(CloudInstance::factors))
        .flatMap(Function.identity())
        .toList();
  }

  /** The factors of {@link #TABLES}: what choosing needs. */
  public static List<Factor> tables() {
    return TABLES.stream().flatMap(table -> of(table).stream()).toList();
  }

  /**
   * @param name of the list, without {@code .csv}
   */
  public static UsageTypes usageTypes(String name) {
    String table = name + ".csv";
    return open(table, reader -> UsageTypes.read(table, reader));
  }

  public static CloudInstances instances() {
    return new CloudInstances(open(INSTANCES, reader -> CloudInstances.read(INSTANCES, reader)));
  }

  public static GridZones gridZones() {
    String table = "us-zip-egrid.csv";
    return open(table, reader -> GridZones.read(table, reader));
  }

  /** The gases and blends that leak, by any of their names. */
  public static Refrigerants refrigerants() {
    return open(
        "refrigerant-blends.csv",
        blends ->
            open(
                "gas-names.csv",
                names -> open("gwp100.csv", gases -> Refrigerants.read(blends, names, gases))));
  }

  /**
   * @param name {@code SAR}, {@code TAR}, {@code AR4}, {@code AR5}, {@code AR5-CCF} (with
   *     climate-carbon feedback) or {@code AR6}
   */
  public static GwpSet gwp(String name) {
    String table = "gwp100.csv";
    return open(table, reader -> GwpSet.read(table, reader, name));
  }

  private static <T> T open(String table, Function<Reader, T> read) {
    try (InputStream in = resource(table)) {
      return read.apply(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unreadable(table, e);
    }
  }

  private static InputStream resource(String table) {
    InputStream in = ShippedFactors.class.getResourceAsStream("/factors/" + table);
    if (in == null) {
      throw new IllegalStateException("resource factors/" + table + " is missing from the hub");
    }
    return in;
  }

  private static UncheckedIOException unreadable(String table, IOException e) {
    return new UncheckedIOException("resource factors/" + table + " cannot be read", e);
  }
}
