package com.offgridflow.emission.wiring;

import com.offgridflow.emission.scope2.InstrumentReading;
import com.offgridflow.emission.wiring.InstrumentLoading.Result;
import com.offgridflow.problem.Problem.Fault;
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
        result.rows(), result.rejected().stream().map(InstrumentFiles::rejected).toList());
  }

  private static Rejected rejected(InstrumentReading.Rejected row) {
    return new Rejected(
        row.row(),
        row.faults().stream()
            .map(fault -> new Fault(fault.field(), fault.value(), fault.message()))
            .toList());
  }
}
