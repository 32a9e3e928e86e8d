package com.offgridflow.report.wiring;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How a transaction reads that needs all of a period. Tables that were filled a moment ago have no
 * statistics yet, and the planner would look their rows up one by one. Helpers would take the core
 * that the other half of the work is on.
 */
final class WholeTables {
  private static final String JOIN =
      "set local enable_nestloop = off; set local work_mem = '64MB'; "
          + "set local max_parallel_workers_per_gather = 0";

  /**
   * It would also sort a million rows to sum them up, where a hash table of the few groups does.
   */
  private static final String SUM = JOIN + "; set local enable_sort = off";

  /**
   * A sort of a million wide rows goes to disk, and so do the tables of a hash; keys that two
   * indexes bring in order need neither. One process, for the reader has work of its own to do
   * meanwhile.
   */
  private static final String ORDERED =
      "set local enable_sort = off; set local enable_hashjoin = off;"
          + " set local max_parallel_workers_per_gather = 0; set local timezone = 'UTC'";

  private WholeTables() {}

  /** From here to the end of the transaction, tables are joined whole. */
  static void join(JdbcTemplate jdbc) {
    jdbc.execute(JOIN);
  }

  /** The same, and their rows are summed without being sorted. */
  static void sum(JdbcTemplate jdbc) {
    jdbc.execute(SUM);
  }

  /** From here on rows come in the order of their keys, as they are read; days are those of UTC. */
  static void ordered(JdbcTemplate jdbc) {
    jdbc.execute(ORDERED);
  }
}
