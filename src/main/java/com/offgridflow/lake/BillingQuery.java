package com.offgridflow.lake;

import java.util.List;

/** The queries over the files of a delivery. */
public final class BillingQuery {

  private BillingQuery() {}

  /** The format's rollup, as its file has it, wrapped in a reader of these files. */
  public static String rollup(BillingFormat format, List<SourceFile> files) {
    String rollup =
        format
            .rollup()
            .orElseThrow(
                () -> new IllegalArgumentException(format.code() + " is not read through DuckDB"));
    return new ReaderSql(format).rollup(rollup, files);
  }

  /** The rows of a file that the rollup's reader leaves out. */
  public static String rejectedRows(BillingFormat format, SourceFile file) {
    return new ReaderSql(format).rejectedRows(file);
  }
}
