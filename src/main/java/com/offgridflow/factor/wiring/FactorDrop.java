package com.offgridflow.factor.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.wiring.ImportLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.File;
import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jboss.logging.Logger;

/** Takes in what lies at {@code <tenant>/<table>.csv} below the drop folder. */
@ApplicationScoped
@Named("factorDrop")
public class FactorDrop {
  private static final Logger LOG = Logger.getLogger(FactorDrop.class);
  private static final String FATE = "hubFate";

  private final FactorEditions editions;
  private final ImportLimits limits;

  FactorDrop(FactorEditions editions, FactorConfig config) {
    this.editions = editions;
    this.limits = config.limits();
  }

  /**
   * Proposes the file and says where it goes then. A failure that may pass leaves it where it is,
   * for the next look.
   *
   * @param name path below the drop folder
   */
  public void take(@Body File file, @Header(Exchange.FILE_NAME) String name, Exchange exchange)
      throws IOException {
    String path = name.replace('\\', '/');
    String tenant = path.substring(0, path.indexOf('/'));
    try {
      byte[] bytes = limits.read(file.toPath());
      String table = SentTable.tableOf(file.getName());
      FactorEditions.Proposed proposed =
          editions.propose(tenant, new SentTable(table, path, "drop folder", bytes));
      exchange.setProperty(FATE, proposed.edition().invalid() ? ".refused" : ".taken");
      FactorEdition edition = proposed.edition();
      LOG.infof("%s is edition %d, %s", path, edition.id(), edition.state());
    } catch (UnrecoverableException e) {
      LOG.warnf("%s is refused: %s", path, e.getMessage());
      exchange.setProperty(FATE, ".refused");
    }
  }
}
