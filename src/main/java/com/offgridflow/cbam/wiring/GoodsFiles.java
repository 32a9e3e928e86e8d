package com.offgridflow.cbam.wiring;

import com.offgridflow.cbam.wiring.GoodsLoading.Result;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.wiring.TableFiles;
import com.offgridflow.source.wiring.TableFiles.Kind;
import com.offgridflow.source.wiring.TableFiles.Loaded;
import com.offgridflow.source.wiring.TableFiles.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Tables of CBAM goods that are dropped at a connection's location. */
@ApplicationScoped
@Named("goodsFiles")
public class GoodsFiles {
  private static final Kind KIND = new Kind("cbam-csv", "CBAM goods", "INVALID_CBAM_GOODS");

  private final GoodsLoading loading;
  private final TableFiles files;

  GoodsFiles(GoodsLoading loading, TableFiles files) {
    this.loading = loading;
    this.files = files;
  }

  /** Starts the tally of the files at the location. */
  public void begin(Exchange exchange, @Body List<?> objects) {
    files.begin(exchange, objects);
  }

  /** Loads a file unless just this content was loaded before. */
  public void load(Exchange exchange, @Body LocalObject file) throws IOException {
    files.load(KIND, file, exchange, this::load);
  }

  private Loaded load(String tenant, String name, Reader csv) throws IOException {
    Result result = loading.load(tenant, name, csv);
    return new Loaded(
        result.rows(),
        result.rejected().stream().map(row -> new Rejected(row.row(), row.faults())).toList());
  }
}
