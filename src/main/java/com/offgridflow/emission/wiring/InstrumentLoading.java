package com.offgridflow.emission.wiring;

import com.offgridflow.emission.scope2.Instrument;
import com.offgridflow.emission.scope2.InstrumentCsv;
import com.offgridflow.emission.scope2.InstrumentReading;
import com.offgridflow.emission.scope2.InstrumentReading.Read;
import com.offgridflow.emission.scope2.InstrumentReading.Rejected;
import com.offgridflow.emission.wiring.InstrumentStore.Entry;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.table.Loaded;
import com.offgridflow.table.RejectedRow;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Loads instruments from CSV, and asks for the emissions that they change. */
@ApplicationScoped
public class InstrumentLoading {
  private final TenantDatabase database;
  private final InstrumentStore store;
  private final JobQueue queue;
  private final Clock clock;

  InstrumentLoading(TenantDatabase database, InstrumentStore store, JobQueue queue, Clock clock) {
    this.database = database;
    this.store = store;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Loads the rows that are right and lists those that are not.
   *
   * @param name of the table, which instruments remember
   * @throws IllegalArgumentException when it is no CSV or lacks a column
   */
  public Loaded load(String tenant, String name, Reader csv) throws IOException {
    List<RejectedRow> rejected = new ArrayList<>();
    Map<String, Entry> found = new HashMap<>();
    InstrumentCsv.read(csv, reading -> sort(reading, name, found, rejected));
    int changed = database.inTenant(tenant, jdbc -> put(jdbc, tenant, found.values()));
    int rows = found.size() + rejected.size();
    return new Loaded(rows, changed, found.size() - changed, rejected);
  }

  private int put(JdbcTemplate jdbc, String tenant, Collection<Entry> instruments) {
    int changed = store.put(jdbc, tenant, instruments);
    if (changed > 0) {
      askForEstimate(jdbc, tenant);
    }
    return changed;
  }

  /**
   * Takes an instrument out of use.
   *
   * @return whether there was one
   */
  public boolean withdraw(String tenant, String id) {
    return database.inTenant(
        tenant,
        jdbc -> {
          boolean withdrawn = store.withdraw(jdbc, tenant, id);
          if (withdrawn) {
            askForEstimate(jdbc, tenant);
          }
          return withdrawn;
        });
  }

  /** Together with the change: loaded again after a crash, it would be no change any more. */
  private void askForEstimate(JdbcTemplate jdbc, String tenant) {
    queue.enqueue(jdbc, tenant, JobRequest.estimate("instruments " + clock.instant()));
  }

  private static void sort(
      InstrumentReading reading,
      String name,
      Map<String, Entry> found,
      List<RejectedRow> rejected) {
    if (reading instanceof Rejected bad) {
      rejected.add(new RejectedRow(bad.row(), bad.faults()));
      return;
    }
    Instrument instrument = ((Read) reading).instrument();
    String from = name + ", " + reading.row();
    Entry first = found.putIfAbsent(instrument.id(), new Entry(instrument, from));
    if (first != null) {
      String message = "id '%s' stands in %s already; give each instrument its own";
      Fault fault =
          new Fault("id", instrument.id(), message.formatted(instrument.id(), first.from()));
      rejected.add(new RejectedRow(reading.row(), List.of(fault)));
    }
  }
}
