package com.offgridflow.cbam.wiring;

import com.offgridflow.cbam.GoodsCsv;
import com.offgridflow.cbam.GoodsReading;
import com.offgridflow.cbam.GoodsReading.Read;
import com.offgridflow.cbam.GoodsReading.Rejected;
import com.offgridflow.table.Loaded;
import com.offgridflow.table.RejectedRow;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Loads CBAM goods from CSV. */
@ApplicationScoped
public class GoodsLoading {
  private final TenantDatabase database;
  private final GoodsStore store;

  GoodsLoading(TenantDatabase database, GoodsStore store) {
    this.database = database;
    this.store = store;
  }

  /**
   * Loads the goods lines that are right and lists the rows that are not.
   *
   * @param name of the table, which goods lines remember
   * @throws IllegalArgumentException when it is no CSV or lacks a column
   */
  public Loaded load(String tenant, String name, Reader csv) throws IOException {
    List<Read> lines = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    for (GoodsReading reading : GoodsCsv.read(csv)) {
      if (reading instanceof Read line) {
        lines.add(line);
      } else {
        rejected.add(new RejectedRow(reading.row(), ((Rejected) reading).faults()));
      }
    }
    int changed = database.inTenant(tenant, jdbc -> store.put(jdbc, tenant, name, lines));
    int rows = rejected.size() + lines.stream().mapToInt(line -> line.cells().size()).sum();
    return new Loaded(rows, changed, lines.size() - changed, rejected);
  }
}
