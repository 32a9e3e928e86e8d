package com.offgridflow.factor.wiring;

import com.offgridflow.factor.EditionDraft;
import com.offgridflow.factor.EditionReader;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.RowProblem;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes in tables of factors: each becomes an edition that waits for a decision. */
@ApplicationScoped
public class FactorEditions {
  /** The tenant of the tables that come with the hub, which everybody reads. */
  static final String SHIPPED = "*";

  private final TenantDatabase database;
  private final EditionChanges changes;

  FactorEditions(TenantDatabase database, EditionChanges changes) {
    this.database = database;
    this.changes = changes;
  }

  /**
   * An edition and what became of sending it.
   *
   * @param fresh false when the same bytes had been sent before
   * @param problems what is wrong with it, in the order of its rows
   */
  public record Proposed(FactorEdition edition, boolean fresh, List<RowProblem> problems) {}

  /**
   * Proposes an edition, in one transaction: all of it is there afterwards or nothing. The same
   * bytes are the same edition, however often and from wherever they come; only if they were
   * refused because of problems, and this hub finds none, do they become a new one.
   *
   * @throws NoTenantException when there is no such tenant
   */
  public Proposed propose(String tenant, SentTable sent) {
    return database.inTenant(tenant, jdbc -> propose(jdbc, tenant, sent));
  }

  /** The same within a transaction of the tenant's. */
  Proposed propose(JdbcTemplate jdbc, String tenant, SentTable sent) {
    KnownTenants.require(jdbc, tenant);
    EditionTable editions = new EditionTable(jdbc, tenant);
    editions.lock(sent.table());
    Optional<FactorEdition> same = editions.sameBytes(sent.table(), sent.digest());
    if (same.isPresent() && !same.get().invalid()) {
      return new Proposed(same.get(), false, List.of());
    }
    EditionDraft draft = EditionReader.read(sent.bytes(), FactorKind.all());
    if (same.isPresent() && !draft.sound()) {
      return new Proposed(same.get(), false, draft.problems());
    }
    return draft.sound() ? sound(editions, sent, draft) : invalid(editions, sent, draft);
  }

  private Proposed sound(EditionTable editions, SentTable sent, EditionDraft draft) {
    long id = editions.insert(sent, label(draft.factors()), draft.factors().size());
    FactorEdition edition = editions.find(id).orElseThrow();
    List<Factor> stored = EditionRows.insert(editions, edition, draft.factors());
    changes.write(editions, id, editions.current(sent.table()), stored);
    return new Proposed(editions.find(id).orElseThrow(), true, List.of());
  }

  private static Proposed invalid(EditionTable editions, SentTable sent, EditionDraft draft) {
    long id = editions.insertInvalid(sent, label(draft.factors()), draft.problems());
    return new Proposed(editions.find(id).orElseThrow(), true, draft.problems());
  }

  static String label(List<Factor> factors) {
    String all =
        factors.stream()
            .map(factor -> factor.source().publisher() + ", " + factor.source().edition())
            .distinct()
            .limit(4)
            .collect(Collectors.joining("; "));
    return all.length() > 200 ? all.substring(0, 200) + "…" : all;
  }
}
