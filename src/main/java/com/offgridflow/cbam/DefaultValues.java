package com.offgridflow.cbam;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Default values by country and good: European Commission, Annex I of Implementing Regulation (EU)
 * 2025/2621 (OJ L, 2025/2621, 31.12.2025), reuse by CC BY 4.0. A row of {@code
 * cbam/default-values-2025-2621.csv} without a total is withheld: the correction by Implementing
 * Regulation (EU) 2026/1740 is known to have changed it.
 */
public final class DefaultValues {
  /** The act whose values these are, as goods lines name it. */
  public static final String EDITION = "2025/2621";

  private static final String RESOURCE = "/cbam/default-values-2025-2621.csv";
  private static final String OTHER_COUNTRIES = "*";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final DefaultValues SHIPPED = new DefaultValues(read());

  private final Map<String, List<Row>> rows;

  private DefaultValues(List<Row> rows) {
    this.rows = rows.stream().collect(Collectors.groupingBy(Row::country));
  }

  /** A row of a country's table; without a value, it is withheld. */
  private record Row(String country, String cn, String route, Optional<DefaultValue> value) {
    boolean holds(String code, String wantedRoute) {
      return code.startsWith(cn) && (route.isEmpty() || route.equals(wantedRoute));
    }
  }

  public static DefaultValues shipped() {
    return SHIPPED;
  }

  /** Whether the value of a good depends on its production route. */
  boolean needsRoute(CnCode code) {
    return rows.get(OTHER_COUNTRIES).stream()
        .anyMatch(row -> !row.route().isEmpty() && code.digits().startsWith(row.cn()));
  }

  /**
   * The value for goods of a country: that of its own table, or, where the country or the good is
   * not listed there, that of Other Countries and Territories (opening of Annex I).
   *
   * @param route A or B where {@link #needsRoute}
   */
  Optional<DefaultValue> find(CnCode code, String country, String route) {
    Optional<Row> other = best(OTHER_COUNTRIES, code.digits(), route);
    return other
        .flatMap(good -> best(country, good.cn(), route))
        .filter(own -> own.cn().isEmpty() || own.cn().equals(other.get().cn()))
        .or(() -> other)
        .flatMap(Row::value);
  }

  private Optional<Row> best(String country, String code, String route) {
    return rows.getOrDefault(country, List.of()).stream()
        .filter(row -> row.holds(code, route))
        .max(Comparator.comparingInt(row -> row.cn().length()));
  }

  private static List<Row> read() {
    try (Reader csv =
        new InputStreamReader(
            DefaultValues.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
      return FORMAT.parse(csv).stream().map(DefaultValues::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static Row row(CSVRecord row) {
    String cn = row.get("cn");
    String route = row.get("route");
    Optional<DefaultValue> value =
        Stream.of(row.get("total"))
            .filter(total -> !total.isEmpty())
            .map(BigDecimal::new)
            .map(total -> value(row, indirect(row.get("indirect")), total))
            .findFirst();
    return new Row(row.get("country"), cn, route, value);
  }

  private static DefaultValue value(CSVRecord row, BigDecimal indirect, BigDecimal total) {
    return new DefaultValue(
        EDITION, row.get("table"), row.get("cn"), row.get("route"), indirect, total);
  }

  /** Not applicable, and so 0, for goods of Annex II. */
  private static BigDecimal indirect(String cell) {
    return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
  }
}
