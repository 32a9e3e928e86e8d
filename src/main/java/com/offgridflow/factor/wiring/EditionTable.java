package com.offgridflow.factor.wiring;

import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.factor.RowProblem;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code factor_edition}, within one transaction of one tenant. */
record EditionTable(JdbcTemplate jdbc, String tenant) {
  private static final String INSERT =
      """
      insert into factor_edition (tenant_id, table_name, label, origin, digest, rows, problems, state,
        proposed_by, decided_at, decided_by, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, case when ?::text is null then null else clock_timestamp() end,
        ?, ?)
      returning edition_id\
      """;
  private static final String PROBLEMS =
      """
      insert into factor_problem (tenant_id, edition_id, position, row_number, field, value, message)
      select ?, ?, * from {rows} as r\
      """;
  private static final String SAME_BYTES =
      """
      select * from factor_edition where tenant_id = ? and table_name = ? and digest = ?
      order by edition_id desc limit 1\
      """;
  private static final String CURRENT =
      """
      select * from factor_edition
      where tenant_id = ? and table_name = ? and state = 'approved' and replaced_at is null\
      """;

  private static final String REPLACE =
      """
      update factor_edition set replaced_at = ?, replaced_by = ?
      where tenant_id = ? and table_name = ? and state = 'approved' and replaced_at is null\
      """;
  private static final String APPROVE =
      """
      update factor_edition set state = 'approved', decided_at = ?, decided_by = ?
      where edition_id = ?\
      """;
  private static final String REFUSE =
      """
      update factor_edition set state = 'refused', decided_at = clock_timestamp(), decided_by = ?,
        reason = ?
      where edition_id = ?\
      """;

  /** One transaction at a time proposes or decides an edition of a table. */
  void lock(String table) {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> {},
        "factor_edition " + tenant + " " + table);
  }

  Optional<FactorEdition> sameBytes(String table, String digest) {
    return one(jdbc.query(SAME_BYTES, FactorEdition::read, tenant, table, digest));
  }

  /** What is in force of a table. */
  Optional<FactorEdition> current(String table) {
    return one(jdbc.query(CURRENT, FactorEdition::read, tenant, table));
  }

  Optional<FactorEdition> find(long id) {
    String query = "select * from factor_edition where tenant_id = ? and edition_id = ?";
    return one(jdbc.query(query, FactorEdition::read, tenant, id));
  }

  /** A proposal without problems. */
  long insert(SentTable sent, String label, int rows) {
    return jdbc.queryForObject(
        INSERT,
        Long.class,
        tenant,
        sent.table(),
        label,
        sent.origin(),
        sent.digest(),
        rows,
        0,
        "proposed",
        sent.by(),
        null,
        null,
        null);
  }

  /** One that is refused at once, because of its problems. */
  long insertInvalid(SentTable sent, String label, List<RowProblem> problems) {
    long id =
        jdbc.queryForObject(
            INSERT,
            Long.class,
            tenant,
            sent.table(),
            label,
            sent.origin(),
            sent.digest(),
            0,
            problems.size(),
            "refused",
            sent.by(),
            "validation",
            "validation",
            problems.size() + " problems, the first: " + problems.get(0).sentence());
    RowBatch batch = new RowBatch("int, bigint, text, text, text");
    for (RowProblem problem : problems) {
      batch.add(batch.size(), problem.row(), problem.field(), problem.value(), problem.message());
    }
    batch.update(jdbc, PROBLEMS, tenant, id);
    return id;
  }

  /** Puts an edition in force, in place of the one that is. */
  void approve(FactorEdition edition, String by) {
    Object now = jdbc.queryForObject("select clock_timestamp()", Object.class);
    jdbc.update(REPLACE, now, edition.id(), tenant, edition.table());
    jdbc.update(APPROVE, now, by, edition.id());
  }

  void refuse(FactorEdition edition, String by, String reason) {
    jdbc.update(REFUSE, by, reason, edition.id());
  }

  private static Optional<FactorEdition> one(List<FactorEdition> found) {
    return found.stream().findFirst();
  }
}
