package com.offgridflow.report;

import com.offgridflow.report.statement.Statement;
import java.time.Instant;

/**
 * The evidence of a value or text that the tenant states.
 *
 * @param dataPoint its id
 * @param statement number of the statement
 * @param key what it is about
 * @param source where it is evidenced
 * @param by who stated it
 * @param at when
 */
public record Stated(
    String dataPoint, long statement, String key, String source, String by, Instant at) {

  static Stated of(DataPoint point, Statement statement) {
    return new Stated(
        point.id(),
        statement.id(),
        statement.key(),
        statement.source(),
        statement.statedBy(),
        statement.statedAt());
  }
}
