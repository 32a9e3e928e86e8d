package com.offgridflow.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Google Cloud exports to BigQuery, and what its rolled-up rows mean. */
public interface BigQueryExport {
  /**
   * Of its queries in {@code rollup/bigquery/}: {@code <name>-months} tells the months there are,
   * {@code <name>-lines} counts the rows of one, {@code <name>} rolls it up.
   */
  String name();

  /** How many months a connection reads that does not say. */
  int usualMonths();

  /** The row as a group of lines that are no use of anything, if it is. */
  Optional<RollupRow> notUsage(Map<String, String> row);

  /** The row as records of the activity schema; none if it is no use of anything. */
  List<Map<String, Object>> records(Map<String, String> row, BigQueryMonth month, String digest);
}
