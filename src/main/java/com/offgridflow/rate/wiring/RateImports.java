package com.offgridflow.rate.wiring;

import com.offgridflow.rate.ExchangeRate;
import com.offgridflow.rate.PriceIndexCsv;
import com.offgridflow.rate.RateFormatException;
import com.offgridflow.source.wiring.Downloads;
import com.offgridflow.source.wiring.ImportLimits;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes files of rates in, each as a whole or not at all, and remembers which, and by whom. */
@ApplicationScoped
public class RateImports {
  private static final String KNOWN =
      "select etag, last_modified, digest from rate_import where tenant_id = ? and location = ?";
  private static final String REMEMBER =
      """
      insert into rate_import (tenant_id, location, etag, last_modified, digest, imported_by)
      values (?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, location) do update
        set etag = excluded.etag, last_modified = excluded.last_modified,
          digest = excluded.digest, imported_by = excluded.imported_by, imported_at = now()""";

  private final TenantDatabase database;
  private final RateStore store;
  private final ImportLimits limits;
  private final Clock clock;

  RateImports(TenantDatabase database, RateStore store, RateConfig config, Clock clock) {
    this.database = database;
    this.store = store;
    this.limits = config.limits();
    this.clock = clock;
  }

  /**
   * What was taken from a place last.
   *
   * @param digest of its bytes
   */
  record Known(Downloads.Version version, String digest) {}

  /**
   * What came of a file.
   *
   * @param rows how many it has
   * @param changed how many of them are new or corrected
   */
  public record Taken(int rows, int changed) {}

  /** Reads a file, which it names in its messages. */
  interface Format<T> extends BiFunction<String, Reader, List<T>> {}

  /** Puts what was read into the tables; how many rows that changed. */
  private interface Table<T> extends ToIntBiFunction<JdbcTemplate, List<T>> {}

  /** Empty for a place that nothing was taken from. */
  Optional<Known> known(String owner, String location) {
    List<Known> found =
        database.inTenant(
            owner,
            jdbc ->
                jdbc.query(
                    KNOWN,
                    (row, n) ->
                        new Known(
                            new Downloads.Version(
                                Optional.ofNullable(row.getString(1)),
                                Optional.ofNullable(row.getString(2))),
                            row.getString(3)),
                    owner,
                    location));
    return found.stream().findFirst();
  }

  /**
   * Takes in exchange rates, which are everybody's.
   *
   * @param by who sent them, or which job fetched them
   * @throws RateFormatException when the file has a fault, or rates of days to come
   */
  Taken exchangeRates(RateFile file, String by, Format<ExchangeRate> format) throws IOException {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    Format<ExchangeRate> known = (name, text) -> past(name, format.apply(name, text), today);
    return take(RateStore.EVERYBODY, file, by, known, store::put);
  }

  /**
   * Takes in price indices of a tenant.
   *
   * @param by which job fetched them
   * @throws RateFormatException when the file has a fault
   */
  Taken priceIndices(String tenant, RateFile file, String by) throws IOException {
    return take(
        tenant, file, by, PriceIndexCsv::read, (jdbc, indices) -> store.put(jdbc, tenant, indices));
  }

  private <T> Taken take(String owner, RateFile file, String by, Format<T> format, Table<T> table)
      throws IOException {
    try (Reader text = file.text(limits)) {
      List<T> rows = format.apply(file.name(), text);
      return database.inTenant(
          owner,
          jdbc -> {
            int changed = table.applyAsInt(jdbc, rows);
            remember(jdbc, owner, file, by);
            return new Taken(rows.size(), changed);
          });
    }
  }

  private static List<ExchangeRate> past(String name, List<ExchangeRate> rates, LocalDate today) {
    for (ExchangeRate rate : rates) {
      if (rate.day().isAfter(today)) {
        throw new RateFormatException(
            "%s: %s on %s should be of today, %s, or before"
                .formatted(name, rate.currency(), rate.day(), today));
      }
    }
    return rates;
  }

  private static void remember(JdbcTemplate jdbc, String owner, RateFile file, String by) {
    jdbc.update(
        REMEMBER,
        owner,
        file.location(),
        file.version().etag().orElse(null),
        file.version().lastModified().orElse(null),
        file.digest(),
        by);
  }
}
