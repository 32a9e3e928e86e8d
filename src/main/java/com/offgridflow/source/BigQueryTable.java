package com.offgridflow.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of BigQuery. Its name stands in SQL, where parameters cannot name tables, and is
 * therefore checked strictly: letters, digits, hyphens and underscores, as Google Cloud's
 * documentation has them in "Creating and managing projects", "Name datasets" and "Table naming".
 */
public record BigQueryTable(String project, String dataset, String table) {
  private static final String PROJECT = "[a-z][a-z0-9-]{4,28}[a-z0-9]";
  private static final Pattern NAME =
      Pattern.compile("(" + PROJECT + ")\\.([A-Za-z0-9_]{1,1024})\\.([A-Za-z0-9_-]{1,1024})");

  /**
   * @param name like {@code project.dataset.table}
   * @throws IllegalArgumentException when it is none
   */
  public static BigQueryTable of(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'%s' names no table; it should be like my-project.billing.gcp_billing_export_v1_0123AB_4567CD_89EF01"
              .formatted(name));
    }
    return new BigQueryTable(parts.group(1), parts.group(2), parts.group(3));
  }

  /** Whether this is a project's id. */
  public static boolean isProject(String id) {
    return id.matches(PROJECT);
  }

  @Override
  public String toString() {
    return project + "." + dataset + "." + table;
  }
}
