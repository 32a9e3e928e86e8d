package com.offgridflow.cbam.wiring;

import com.offgridflow.cbam.GoodsCsv;
import com.offgridflow.cbam.GoodsReading;
import com.offgridflow.cbam.GoodsReading.Read;
import com.offgridflow.cbam.GoodsReading.Rejected;
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
   * What came of a table.
   *
   * @param rows how many it has, precursors' included
   * @param changed goods lines that are new or changed
   * @param unchanged goods lines that were there just so
   * @param rejected rows that belong to none, with what is wrong
   */
  public record Result(int rows, int changed, int unchanged, List<Rejected> rejected) {}

  /**
   * Loads the goods lines that are right and lists the rows that are not.
   *
   * @param name of the table, which goods lines remember
   * @throws IllegalArgumentException when it is no CSV or lacks a column
   */
  public Result load(String tenant, String name, Reader csv) throws IOException {
    List<Read> lines = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (GoodsReading reading : GoodsCsv.read(csv)) {
      if (reading instanceof Read line) {
        lines.add(line);
      } else {
        rejected.add((Rejected) reading);
      }
    }
    int changed = database.inTenant(tenant, jdbc -> store.put(jdbc, tenant, name, lines));
    int rows = rejected.size() + lines.stream().mapToInt(line -> line.cells().size()).sum();
    return new Result(rows, changed, lines.size() - changed, List.copyOf(rejected));
  }
}
