package com.offgridflow.factor.wiring;

import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is known of factors, now or at an instant. */
@ApplicationScoped
public class FactorKnowledge {
  /** A tenant that has no tables of its own: only the hub's are seen. */
  public static final String NOBODY = FactorEditions.SHIPPED;

  private static final String NOW =
      """
      select edition_id, tenant_id from factor_edition
      where tenant_id in ('*', ?) and state = 'approved' and replaced_at is null
        and not (tenant_id = '*' and table_name = ?)
      order by edition_id\
      """;
  private static final String AT =
      """
      select edition_id, tenant_id from factor_edition
      where tenant_id in ('*', ?) and state = 'approved'
        and decided_at <= ? and (replaced_at is null or replaced_at > ?)
        and not (tenant_id = '*' and table_name = ?)
      order by edition_id\
      """;

  private static final String WITH =
      """
      select k.edition_id, k.tenant_id from factor_edition k
      join factor_edition w on w.edition_id = ?
      where k.edition_id = w.edition_id or k.edition_id = any (?)
        and (k.tenant_id, k.table_name) <> (w.tenant_id, w.table_name)
      order by k.edition_id\
      """;

  /** Read by the rollups and formulas as a whole; nobody chooses from it. */
  private static final String CATALOGUE = SentTable.tableOf(ShippedFactors.INSTANCES);

  private volatile Shipped shipped = new Shipped(List.of(), List.of());

  private record Shipped(List<Long> editions, List<Factor> factors) {}

  /** What is known now: one small query, cheap enough for every batch of activities. */
  public Knowledge now(JdbcTemplate jdbc, String tenant) {
    return knowledge(jdbc, NOW, tenant, CATALOGUE);
  }

  /** What was known at an instant; nothing before the hub was first started. */
  public Knowledge at(JdbcTemplate jdbc, String tenant, Instant instant) {
    Timestamp time = Timestamp.from(instant);
    return knowledge(jdbc, AT, tenant, time, time, CATALOGUE);
  }

  /** The same with this edition, approved or not, in the place of any other of its table. */
  public Knowledge with(JdbcTemplate jdbc, Knowledge knowledge, long edition) {
    return knowledge(jdbc, WITH, edition, knowledge.editions().toArray(Long[]::new));
  }

  /** The factors of a state of knowledge, to choose from. */
  public FactorLibrary library(JdbcTemplate jdbc, Knowledge knowledge) {
    List<Factor> own =
        knowledge.own().isEmpty() ? List.of() : EditionRows.of(jdbc, knowledge.own());
    return new FactorLibrary(own, shipped(jdbc, knowledge.shipped()));
  }

  /** Kept, because all tenants share them. */
  private List<Factor> shipped(JdbcTemplate jdbc, List<Long> editions) {
    Shipped kept = shipped;
    if (!kept.editions().equals(editions)) {
      kept = new Shipped(editions, EditionRows.of(jdbc, editions));
      shipped = kept;
    }
    return kept.factors();
  }

  private static Knowledge knowledge(JdbcTemplate jdbc, String sql, Object... arguments) {
    List<Long> ofHub = new ArrayList<>();
    List<Long> own = new ArrayList<>();
    jdbc.query(
        sql,
        row -> {
          boolean hub = row.getString(2).equals(FactorEditions.SHIPPED);
          (hub ? ofHub : own).add(row.getLong(1));
        },
        arguments);
    return new Knowledge(ofHub, own);
  }
}
