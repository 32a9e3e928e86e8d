package com.offgridflow.rate.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.rate.EcbCsv;
import com.offgridflow.rate.PriceIndexCsv;
import com.offgridflow.rate.RateFormatException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Imports rates from the {@code location} of a job: a file, a directory or a URL. A file that is
 * the same as last time, by its ETag or its digest, is not read again.
 */
@ApplicationScoped
@Named("importRates")
public class ImportRates {
  private static final String KNOWN =
      "select etag, digest from rate_import where tenant_id = ? and location = ?";
  private static final String REMEMBER =
      """
      insert into rate_import (tenant_id, location, etag, digest) values (?, ?, ?, ?)
      on conflict (tenant_id, location) do update
        set etag = excluded.etag, digest = excluded.digest, imported_at = now()\
      """;

  private final TenantDatabase database;
  private final RateFiles files;
  private final RateStore store;
  private final RateConfig config;

  ImportRates(TenantDatabase database, RateFiles files, RateStore store, RateConfig config) {
    this.database = database;
    this.files = files;
    this.store = store;
    this.config = config;
  }

  private record Known(Optional<String> etag, String digest) {}

  /** Puts what a file says into the tables; how many rows it changed. */
  private interface Import {
    int take(JdbcTemplate jdbc, String name, Reader text);
  }

  /** Exchange rates in the ECB's format, for everybody. */
  public void exchangeRates(Exchange exchange) throws IOException {
    run(
        exchange,
        RateStore.EVERYBODY,
        (jdbc, name, text) -> store.put(jdbc, EcbCsv.read(name, text)));
  }

  /** Price indices, for the tenant of the job. */
  public void priceIndices(Exchange exchange) throws IOException {
    String tenant = exchange.getProperty(HubProperties.TENANT, String.class);
    run(
        exchange,
        tenant,
        (jdbc, name, text) -> store.put(jdbc, tenant, PriceIndexCsv.read(name, text)));
  }

  private void run(Exchange exchange, String owner, Import to) throws IOException {
    String location = exchange.getProperty(HubProperties.JOB, Job.class).required("location");
    try {
      exchange.setProperty(HubProperties.RESULT, takeAll(owner, find(owner, location), to));
    } catch (RateFormatException e) {
      throw new UnrecoverableException(e.getMessage(), e);
    }
  }

  private Map<String, Object> takeAll(String owner, List<RateFile> found, Import to)
      throws IOException {
    int changed = 0;
    int read = 0;
    for (RateFile file : found) {
      if (!known(owner, file.location()).map(Known::digest).equals(Optional.of(file.digest()))) {
        changed += take(owner, file, to);
        read++;
      }
    }
    return Map.of("files", read, "rows", changed);
  }

  private List<RateFile> find(String owner, String location) throws IOException {
    if (!location.contains("://")) {
      return files.read(location);
    }
    Optional<String> etag = known(owner, location).flatMap(Known::etag);
    return files.fetch(location, etag).stream().toList();
  }

  private int take(String owner, RateFile file, Import to) throws IOException {
    try (Reader text = file.text(config.maxBytes())) {
      return database.inTenant(
          owner,
          jdbc -> {
            int changed = to.take(jdbc, file.name(), text);
            jdbc.update(REMEMBER, owner, file.location(), file.etag().orElse(null), file.digest());
            return changed;
          });
    }
  }

  private Optional<Known> known(String owner, String location) {
    return database
        .inTenant(
            owner,
            jdbc ->
                jdbc.query(
                    KNOWN,
                    (row, n) -> new Known(Optional.ofNullable(row.getString(1)), row.getString(2)),
                    owner,
                    location))
        .stream()
        .findFirst();
  }
}
