package com.offgridflow.factor.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.source.Connection;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RemoteObject;
import com.offgridflow.source.SyncTally;
import com.offgridflow.source.wiring.DirectoryObjects;
import com.offgridflow.source.wiring.ImportLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Proposes the factor tables at a location, which a job or a connection names. */
@ApplicationScoped
@Named("importFactors")
public class ImportFactors {
  private static final String TABLE = "table";
  private static final String LOCATION = "location";

  private final DirectoryObjects directories;
  private final FactorDownload downloads;
  private final ImportLimits limits;
  private final FactorEditions editions;

  ImportFactors(
      DirectoryObjects directories,
      FactorDownload downloads,
      FactorConfig config,
      FactorEditions editions) {
    this.directories = directories;
    this.downloads = downloads;
    this.limits = config.limits();
    this.editions = editions;
  }

  /** Body becomes what there is at the location: a URL, or files of a directory. */
  public void plan(Exchange exchange) throws IOException {
    Connection place = place(exchange);
    exchange.setProperty(HubProperties.CONNECTION, place);
    List<?> found = isUrl(location(place)) ? List.of(location(place)) : tables(place);
    SyncTally tally = new SyncTally();
    tally.found(found.size());
    exchange.setProperty(HubProperties.TALLY, tally);
    exchange.getMessage().setBody(found);
  }

  /** Body is one of them. */
  public void take(
      @Body Object found,
      @ExchangeProperty(HubProperties.CONNECTION) Connection place,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally)
      throws IOException {
    if (found instanceof RemoteObject file) {
      count(tally, propose(place, file));
    } else {
      downloads
          .propose(place.tenant(), location(place), table(place, location(place)))
          .ifPresentOrElse(proposed -> count(tally, proposed), tally::unchanged);
    }
  }

  /** Says what became of them. */
  public void finish(Exchange exchange, @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    exchange.setProperty(HubProperties.RESULT, tally.asMap());
  }

  private FactorEditions.Proposed propose(Connection place, RemoteObject found) throws IOException {
    LocalObject file = directories.open(found, place);
    String table = table(place, file.name());
    byte[] bytes = limits.read(file.file());
    return editions.propose(place.tenant(), new SentTable(table, file.name(), "import", bytes));
  }

  private static void count(SyncTally tally, FactorEditions.Proposed proposed) {
    if (!proposed.fresh()) {
      tally.unchanged();
    } else if (proposed.edition().invalid()) {
      tally.refused();
    } else {
      tally.taken();
    }
  }

  private List<RemoteObject> tables(Connection place) throws IOException {
    return directories.list(place).stream()
        .filter(file -> file.name().toLowerCase(Locale.ROOT).endsWith(".csv"))
        .toList();
  }

  private static Connection place(Exchange exchange) {
    Connection connection = exchange.getProperty(HubProperties.CONNECTION, Connection.class);
    Job job = exchange.getProperty(HubProperties.JOB, Job.class);
    return connection != null
        ? connection
        : new Connection(
            job.tenant(),
            "job-" + job.id(),
            "factors",
            Map.of(LOCATION, job.required(LOCATION), TABLE, job.payload().getOrDefault(TABLE, "")),
            ZoneOffset.UTC);
  }

  private static String table(Connection place, String name) {
    String table = place.settings().getOrDefault(TABLE, "");
    return table.isEmpty() ? SentTable.tableOf(name) : table;
  }

  private static String location(Connection place) {
    return place.settings().getOrDefault(LOCATION, "");
  }

  private static boolean isUrl(String location) {
    return location.matches("(?i)https?://.*");
  }
}
