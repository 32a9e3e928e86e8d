package com.offgridflow.factor.wiring;

import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Approves and refuses editions. From its approval on an edition is what estimates choose from;
 * what was estimated before stays as it is, until somebody restates it.
 */
@ApplicationScoped
public class EditionDecisions {
  private final TenantDatabase database;
  private final JobQueue queue;
  private final EditionChanges changes;

  EditionDecisions(TenantDatabase database, JobQueue queue, EditionChanges changes) {
    this.database = database;
    this.queue = queue;
    this.changes = changes;
  }

  /**
   * Puts an edition in force and asks for an estimate of what had no factor. Approving twice is
   * approving once.
   *
   * @throws ProblemException when there is none such, it was refused, or what is in force is no
   *     longer what its changes are told against
   */
  public FactorEdition approve(String tenant, long id, String by) {
    return decide(
        tenant,
        id,
        (editions, edition) -> {
          if (edition.state().equals("approved")) {
            return;
          }
          requireProposed(edition, "approved");
          requireComparison(editions, edition);
          editions.approve(edition, by);
          askForEstimates(editions, id);
        });
  }

  /** What rests on the grid's average for want of a residual mix is provisional, so it moves. */
  private void askForEstimates(EditionTable editions, long id) {
    String occasion = "factor edition " + id;
    queue.enqueue(editions.jdbc(), editions.tenant(), JobRequest.estimateGaps(occasion));
    boolean mixes =
        EditionRows.of(editions.jdbc(), List.of(id)).stream()
            .anyMatch(factor -> factor.kind().equals(FactorKind.RESIDUAL_MIX));
    if (mixes) {
      queue.enqueue(editions.jdbc(), editions.tenant(), JobRequest.marketBased(occasion));
    }
  }

  /**
   * @param reason for those who sent it
   * @throws ProblemException when there is none such, it was decided before, or the reason is empty
   */
  public FactorEdition refuse(String tenant, long id, String by, String reason) {
    if (reason.isBlank()) {
      throw new ProblemException(
          Problem.invalid(
              "edition " + id + " was not refused",
              List.of(new Fault("reason", reason, "should say why, for those who sent it"))));
    }
    return decide(
        tenant,
        id,
        (editions, edition) -> {
          requireProposed(edition, "refused");
          editions.refuse(edition, by, reason);
        });
  }

  /** Tells the changes of a proposed edition against what is in force by now. */
  public FactorEdition compare(String tenant, long id) {
    return decide(
        tenant,
        id,
        (editions, edition) -> {
          requireProposed(edition, "compared");
          List<Factor> factors = EditionRows.of(editions.jdbc(), List.of(id));
          changes.write(editions, id, editions.current(edition.table()), factors);
        });
  }

  private FactorEdition decide(
      String tenant, long id, BiConsumer<EditionTable, FactorEdition> decision) {
    return database.inTenant(
        tenant,
        jdbc -> {
          EditionTable editions = new EditionTable(jdbc, tenant);
          editions.lock(find(editions, id).table());
          decision.accept(editions, find(editions, id));
          return find(editions, id);
        });
  }

  private static FactorEdition find(EditionTable editions, long id) {
    return editions.find(id).orElseThrow(() -> none(editions.tenant(), id));
  }

  /** The answer to a question about an edition that the tenant does not have. */
  static ProblemException none(String tenant, long id) {
    return new ProblemException(
        Problem.notFound("tenant " + tenant + " has no factor edition " + id));
  }

  private static void requireProposed(FactorEdition edition, String wish) {
    if (!edition.proposed()) {
      String why = edition.reason() == null ? "" : " (" + edition.reason() + ")";
      throw conflict(
          "edition %d cannot be %s: it was %s by %s%s; send the table as it should be"
              .formatted(edition.id(), wish, edition.state(), edition.decidedBy(), why));
    }
  }

  private static void requireComparison(EditionTable editions, FactorEdition edition) {
    Optional<Long> current = editions.current(edition.table()).map(FactorEdition::id);
    if (!current.equals(Optional.ofNullable(edition.comparedWith()))) {
      throw conflict(
          "the changes of edition %d are told against %s, but %s is in force now; POST to its compare, read its changes, and approve it then"
              .formatted(edition.id(), name(edition.comparedWith()), name(current.orElse(null))));
    }
  }

  private static String name(Long edition) {
    return edition == null ? "no edition" : "edition " + edition;
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(Problem.conflict(detail));
  }
}
