package com.offgridflow.rate.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.rate.EcbCsv;
import com.offgridflow.rate.RateFormatException;
import com.offgridflow.source.wiring.Downloads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * Imports rates by a job. Price indices are the tenant's, and its job says where they lie: a file,
 * a directory or a URL. Exchange rates are everybody's, so that only the administrator's settings
 * say where they come from. A file that is the same as last time, by what its server calls its
 * state or by its digest, is not read again.
 */
@ApplicationScoped
@Named("importRates")
public class ImportRates {
  private static final String LOCATION = "location";

  private final RateFiles files;
  private final RateImports imports;
  private final RateConfig config;

  ImportRates(RateFiles files, RateImports imports, RateConfig config) {
    this.files = files;
    this.imports = imports;
    this.config = config;
  }

  /** Exchange rates in the ECB's format, for everybody, from where the administrator says. */
  public void exchangeRates(Exchange exchange) throws IOException {
    Job job = job(exchange);
    if (job.payload().containsKey(LOCATION)) {
      throw new UnrecoverableException(
          "exchange rates are every tenant's, so that a job of one cannot take them from '%s': an administrator sends them to /api/v1/rates, or sets rate.exchange-rates"
              .formatted(job.payload().get(LOCATION)));
    }
    String location =
        config
            .exchangeRates()
            .orElseThrow(
                () ->
                    new UnrecoverableException(
                        "rate.exchange-rates is not set; it should be a file, a directory or a URL such as https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"));
    run(
        job,
        RateStore.EVERYBODY,
        location,
        file -> imports.exchangeRates(file, name(job), EcbCsv::read),
        exchange);
  }

  /** Price indices, for the tenant of the job. */
  public void priceIndices(Exchange exchange) throws IOException {
    Job job = job(exchange);
    run(
        job,
        job.tenant(),
        job.required(LOCATION),
        file -> imports.priceIndices(job.tenant(), file, name(job)),
        exchange);
  }

  /** Takes a file in. */
  private interface Intake {
    RateImports.Taken take(RateFile file) throws IOException;
  }

  private static Job job(Exchange exchange) {
    return exchange.getProperty(HubProperties.JOB, Job.class);
  }

  private static String name(Job job) {
    return "job " + job.id() + " of " + job.tenant();
  }

  private void run(Job job, String owner, String location, Intake intake, Exchange exchange)
      throws IOException {
    try {
      Map<String, Object> result = takeAll(owner, find(job, owner, location), intake);
      exchange.setProperty(HubProperties.RESULT, result);
    } catch (RateFormatException e) {
      throw new UnrecoverableException(e.getMessage(), e);
    }
  }

  private List<RateFile> find(Job job, String owner, String location) throws IOException {
    if (!location.contains("://")) {
      return files.read(job, location);
    }
    Optional<RateImports.Known> known = imports.known(owner, location);
    Downloads.Version last = known.map(RateImports.Known::version).orElse(Downloads.Version.NONE);
    return files.fetch(location, last).stream().toList();
  }

  private Map<String, Object> takeAll(String owner, List<RateFile> found, Intake intake)
      throws IOException {
    int changed = 0;
    int read = 0;
    for (RateFile file : found) {
      Optional<RateImports.Known> last = imports.known(owner, file.location());
      if (last.isEmpty() || !last.get().digest().equals(file.digest())) {
        changed += intake.take(file).changed();
        read++;
      }
    }
    return Map.of("files", read, "rows", changed);
  }
}
