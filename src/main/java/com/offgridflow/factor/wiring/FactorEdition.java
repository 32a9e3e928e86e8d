package com.offgridflow.factor.wiring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A table of factors as it was sent at one time.
 *
 * @param tenant whose it is; {@code *} for what comes with the hub
 * @param table which table this is an edition of
 * @param label publisher and edition, as its rows say
 * @param origin where the bytes came from
 * @param digest SHA-256 of the bytes
 * @param problems how much is wrong with it; with any it cannot be approved
 * @param state {@code proposed}, {@code approved} or {@code refused}
 * @param decidedBy who approved or refused it; {@code validation} for one with problems
 * @param comparedWith the edition that the changes are counted against, null for the first
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FactorEdition(
    long id,
    String tenant,
    String table,
    String label,
    String origin,
    String digest,
    int rows,
    int problems,
    String state,
    Instant proposedAt,
    String proposedBy,
    Instant decidedAt,
    String decidedBy,
    String reason,
    Instant replacedAt,
    Long replacedBy,
    Long comparedWith,
    int added,
    int removed,
    int changed,
    int unchanged) {

  /** Refused because of its problems, not by a person. */
  boolean invalid() {
    return problems > 0;
  }

  boolean proposed() {
    return state.equals("proposed");
  }

  static FactorEdition read(ResultSet row, int number) throws SQLException {
    return new FactorEdition(
        row.getLong("edition_id"),
        row.getString("tenant_id"),
        row.getString("table_name"),
        row.getString("label"),
        row.getString("origin"),
        row.getString("digest"),
        row.getInt("rows"),
        row.getInt("problems"),
        row.getString("state"),
        time(row, "proposed_at"),
        row.getString("proposed_by"),
        time(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("reason"),
        time(row, "replaced_at"),
        row.getObject("replaced_by", Long.class),
        row.getObject("compared_with", Long.class),
        row.getInt("added"),
        row.getInt("removed"),
        row.getInt("changed"),
        row.getInt("unchanged"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
