package com.offgridflow.report.energy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fuels of factor tables by kind of source, from {@code energy/fuels.csv}. A subject such as
 * {@code coal/industrial} is found by its own name or by the longest part of it that is listed.
 */
public final class Fuels {
  private static final String TABLE = "energy/fuels.csv";
  private static final Map<String, Fuel> BY_SUBJECT = read();

  private Fuels() {}

  /** The fuel of a factor's subject, if it is listed. */
  public static Optional<Fuel> of(String subject) {
    Fuel fuel = BY_SUBJECT.get(subject);
    int slash = subject.lastIndexOf('/');
    return fuel == null && slash > 0 ? of(subject.substring(0, slash)) : Optional.ofNullable(fuel);
  }

  private static Map<String, Fuel> read() {
    Map<String, Fuel> fuels = new TreeMap<>();
    try (InputStream stream = Fuels.class.getClassLoader().getResourceAsStream(TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              field ->
                  fuels.put(field[0], new Fuel(EnergySource.ofCode(field[1]), share(field[2]))));
      return fuels;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + TABLE, e);
    }
  }

  private static Optional<BigDecimal> share(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }
}
