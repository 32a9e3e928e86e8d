package com.offgridflow.factor.wiring;

import com.offgridflow.factor.Factor;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.tenant.wiring.TenantDatabase;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings the tables that come with the hub into the database, where choosing and reports look. A
 * table that a release has changed is an edition like any other, approved by being released.
 */
@ApplicationScoped
public class Factors {
  private static final Logger LOG = Logger.getLogger(Factors.class);
  private static final String RELEASE = "release";

  private final TenantDatabase database;
  private final EditionChanges changes;

  Factors(TenantDatabase database, EditionChanges changes) {
    this.database = database;
    this.changes = changes;
  }

  void start(@Observes @Priority(100) StartupEvent event) {
    Stream.concat(ShippedFactors.TABLES.stream(), Stream.of(ShippedFactors.INSTANCES))
        .forEach(table -> database.inTenant(FactorEditions.SHIPPED, jdbc -> take(jdbc, table)));
  }

  /** A table that is known, even one that a newer release has replaced meanwhile, stays so. */
  private boolean take(JdbcTemplate jdbc, String file) {
    byte[] bytes = ShippedFactors.bytes(file);
    SentTable sent = new SentTable(SentTable.tableOf(file), file, RELEASE, bytes);
    EditionTable editions = new EditionTable(jdbc, FactorEditions.SHIPPED);
    editions.lock(sent.table());
    if (editions.sameBytes(sent.table(), sent.digest()).isPresent()) {
      return false;
    }
    List<Factor> factors = ShippedFactors.of(file);
    long id = editions.insert(sent, FactorEditions.label(factors), factors.size());
    FactorEdition edition = editions.find(id).orElseThrow();
    List<Factor> stored = EditionRows.insert(editions, edition, factors);
    Optional<FactorEdition> current = editions.current(sent.table());
    if (current.isPresent()) {
      changes.write(editions, id, current, stored);
    }
    editions.approve(edition, RELEASE);
    LOG.infof("%s: %d factors", sent.table(), factors.size());
    return true;
  }
}
