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

  private ShippedFactors() {}

  /** Every factor, those of the instance catalogue included. */
  public static List<Factor> factors() {
    return Stream.concat(tables().stream(), instances().stream().flatMap(CloudInstance::factors))
        .toList();
  }

  /** The factors of {@link #TABLES}: what choosing needs. */
  public static List<Factor> tables() {
    return TABLES.stream()
        .flatMap(table -> open(table, reader -> FactorCsv.read(table, reader)).stream())
        .toList();
  }

  public static CloudInstances instances() {
    String table = "cloud-instances.csv";
    return new CloudInstances(open(table, reader -> CloudInstances.read(table, reader)));
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
