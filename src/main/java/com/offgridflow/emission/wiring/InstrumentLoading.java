package com.offgridflow.emission.wiring;

import com.offgridflow.emission.scope2.Instrument;
import com.offgridflow.emission.scope2.InstrumentCsv;
import com.offgridflow.emission.scope2.InstrumentReading;
import com.offgridflow.emission.scope2.InstrumentReading.Fault;
import com.offgridflow.emission.scope2.InstrumentReading.Read;
import com.offgridflow.emission.scope2.InstrumentReading.Rejected;
import com.offgridflow.emission.wiring.InstrumentStore.Loaded;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
   * What came of a table.
   *
   * @param rows how many it has
   * @param changed instruments that are new or changed
   * @param unchanged instruments that were there just so
   * @param rejected rows that are none, with what is wrong
   */
  public record Result(int rows, int changed, int unchanged, List<Rejected> rejected) {}

  /**
   * Loads the rows that are right and lists those that are not.
   *
   * @param name of the table, which instruments remember
   * @throws IllegalArgumentException when it is no CSV or lacks a column
   */
  public Result load(String tenant, String name, Reader csv) throws IOException {
    List<Rejected> rejected = new ArrayList<>();
    Map<String, Loaded> found = new HashMap<>();
    InstrumentCsv.read(csv, reading -> sort(reading, name, found, rejected));
    int changed = database.inTenant(tenant, jdbc -> store.put(jdbc, tenant, found.values()));
    if (changed > 0) {
      queue.enqueue(tenant, JobRequest.estimate("instruments " + clock.instant()));
    }
    int rows = found.size() + rejected.size();
    return new Result(rows, changed, found.size() - changed, List.copyOf(rejected));
  }

  /**
   * Takes an instrument out of use.
   *
   * @return whether there was one
   */
  public boolean withdraw(String tenant, String id) {
    boolean withdrawn = database.inTenant(tenant, jdbc -> store.withdraw(jdbc, tenant, id));
    if (withdrawn) {
      queue.enqueue(tenant, JobRequest.estimate("instruments " + clock.instant()));
    }
    return withdrawn;
  }

  private static void sort(
      InstrumentReading reading, String name, Map<String, Loaded> found, List<Rejected> rejected) {
    if (reading instanceof Rejected bad) {
      rejected.add(bad);
      return;
    }
    Instrument instrument = ((Read) reading).instrument();
    String from = name + ", " + reading.row();
    Loaded first = found.putIfAbsent(instrument.id(), new Loaded(instrument, from));
    if (first != null) {
      String message = "id '%s' stands in %s already; give each instrument its own";
      Fault fault =
          new Fault("id", instrument.id(), message.formatted(instrument.id(), first.from()));
      rejected.add(new Rejected(reading.row(), List.of(fault)));
    }
  }
}
