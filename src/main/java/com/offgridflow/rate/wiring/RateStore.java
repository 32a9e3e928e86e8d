package com.offgridflow.rate.wiring;

import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.rate.ExchangeRate;
import com.offgridflow.rate.ExchangeRates;
import com.offgridflow.rate.PriceIndex;
import com.offgridflow.rate.PriceIndices;
import com.offgridflow.rate.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of rates: exchange rates of everybody, price indices of each tenant. */
@ApplicationScoped
public class RateStore {
  static final String EVERYBODY = "*";
  private static final int CHUNK = 20_000;

  private static final String EXCHANGE = "select currency, day, per_euro from exchange_rate";
  private static final String RATES =
      """
      insert into exchange_rate (tenant_id, currency, day, per_euro)
      select ?, * from {rows} as r
      on conflict (tenant_id, currency, day) do update
        set per_euro = excluded.per_euro, learnt_at = now()
        where exchange_rate.per_euro <> excluded.per_euro\
      """;
  private static final String FORGET = "delete from price_index where index_name = ?";
  private static final String INDICES =
      """
      insert into price_index (tenant_id, index_name, currency, year, value)
      select ?, * from {rows} as r\
      """;

  private static final String VERSION =
      """
      select max(imported_at) filter (where tenant_id = '*'),
        max(imported_at) filter (where tenant_id <> '*')
      from rate_import\
      """;

  private volatile Exchange exchange = new Exchange(null, new ExchangeRates(List.of()));

  private record Exchange(Instant imported, ExchangeRates rates) {}

  /**
   * Which rates there are for a tenant; the same until the next import.
   *
   * @param exchange when exchange rates were last imported, or null
   * @param prices when the tenant's price indices were last imported, or null
   * @param tenant whose price indices; empty when there are none
   */
  public record Version(Instant exchange, Instant prices, String tenant) {}

  /** One small query, cheap enough for every batch of activities. */
  public Version version(JdbcTemplate jdbc, String tenant) {
    return jdbc.queryForObject(
        VERSION,
        (row, n) -> {
          Instant prices = instant(row, 2);
          return new Version(instant(row, 1), prices, prices == null ? "" : tenant);
        });
  }

  /** What is loaded for the tenant that the transaction sees. */
  public Rates load(JdbcTemplate jdbc, Version version) {
    return new Rates(exchange(jdbc, version.exchange()), new PriceIndices(indices(jdbc)));
  }

  /** Kept, because all tenants share them. */
  private ExchangeRates exchange(JdbcTemplate jdbc, Instant imported) {
    Exchange kept = exchange;
    if (!Objects.equals(kept.imported(), imported)) {
      kept = new Exchange(imported, new ExchangeRates(jdbc.query(EXCHANGE, (row, n) -> rate(row))));
      exchange = kept;
    }
    return kept.rates();
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /** Adds rates and corrects those that have changed; how many these are. */
  int put(JdbcTemplate jdbc, List<ExchangeRate> rates) {
    int changed = 0;
    for (int from = 0; from < rates.size(); from += CHUNK) {
      RowBatch batch = new RowBatch("text, date, numeric");
      rates
          .subList(from, Math.min(from + CHUNK, rates.size()))
          .forEach(rate -> batch.add(rate.currency(), rate.day(), rate.perEuro()));
      changed += batch.update(jdbc, RATES, EVERYBODY);
    }
    return changed;
  }

  /**
   * Puts each index in the place of what the tenant has under its name; how many years these are.
   */
  int put(JdbcTemplate jdbc, String tenant, List<PriceIndex> indices) {
    RowBatch batch = new RowBatch("text, text, int, numeric");
    for (PriceIndex index : indices) {
      jdbc.update(FORGET, index.name());
      index
          .values()
          .forEach((year, value) -> batch.add(index.name(), index.currency(), year, value));
    }
    return batch.update(jdbc, INDICES, tenant);
  }

  private static ExchangeRate rate(ResultSet row) throws SQLException {
    return new ExchangeRate(
        row.getString(1).intern(), row.getObject(2, LocalDate.class), row.getBigDecimal(3));
  }

  private record Year(String index, String currency, int year, BigDecimal value) {}

  private static List<PriceIndex> indices(JdbcTemplate jdbc) {
    Map<String, List<Year>> byName =
        jdbc
            .query(
                "select index_name, currency, year, value from price_index",
                (row, n) ->
                    new Year(
                        row.getString(1), row.getString(2), row.getInt(3), row.getBigDecimal(4)))
            .stream()
            .collect(Collectors.groupingBy(Year::index));
    List<PriceIndex> indices = new ArrayList<>();
    byName.forEach(
        (name, years) -> {
          TreeMap<Integer, BigDecimal> values = new TreeMap<>();
          years.forEach(year -> values.put(year.year(), year.value()));
          indices.add(new PriceIndex(name, years.get(0).currency(), values));
        });
    return indices;
  }
}
