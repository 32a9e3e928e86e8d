package com.offgridflow.emission.wiring;

import com.offgridflow.source.LocalObject;
import com.offgridflow.source.wiring.TableFiles;
import com.offgridflow.source.wiring.TableFiles.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Tables of instruments that are dropped at a connection's location. */
@ApplicationScoped
@Named("instrumentFiles")
public class InstrumentFiles {
  private static final Kind KIND = new Kind("instruments-csv", "instrument", "INVALID_INSTRUMENT");

  private final InstrumentLoading loading;
  private final TableFiles files;

  InstrumentFiles(InstrumentLoading loading, TableFiles files) {
    this.loading = loading;
    this.files = files;
  }

  /** Loads a file unless just this content was loaded before. */
  public void load(Exchange exchange, @Body LocalObject file) throws IOException {
    files.load(KIND, file, exchange, loading::load);
  }
}
