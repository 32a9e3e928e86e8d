package com.offgridflow.report.wiring;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How a transaction reads that needs all of a period. Tables that were filled a moment ago have no
 * statistics yet, and the planner would look their rows up one by one.
 */
final class WholeTables {
  private static final String JOIN = "set local enable_nestloop = off; set local work_mem = '64MB'";

  /**
   * It would also sort a million rows to sum them up, where a hash table of the few groups does.
   */
  private static final String SUM = JOIN + "; set local enable_sort = off";

  private WholeTables() {}

  /** From here to the end of the transaction, tables are joined whole. */
  static void join(JdbcTemplate jdbc) {
    jdbc.execute(JOIN);
  }

  /** The same, and their rows are summed without being sorted. */
  static void sum(JdbcTemplate jdbc) {
    jdbc.execute(SUM);
  }
}
