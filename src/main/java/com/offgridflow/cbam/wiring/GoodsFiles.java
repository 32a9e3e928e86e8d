package com.offgridflow.cbam.wiring;

import com.offgridflow.source.LocalObject;
import com.offgridflow.source.wiring.TableFiles;
import com.offgridflow.source.wiring.TableFiles.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
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

  /** Loads a file unless just this content was loaded before. */
  public void load(Exchange exchange, @Body LocalObject file) throws IOException {
    files.load(KIND, file, exchange, loading::load);
  }
}
