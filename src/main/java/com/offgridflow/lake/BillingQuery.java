package com.offgridflow.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The queries over the files of a delivery. */
public final class BillingQuery {

  private BillingQuery() {}

  /** The format's rollup, as its file has it, wrapped in a reader of these files. */
  public static String rollup(BillingFormat format, List<SourceFile> files) {
    return new ReaderSql(format).rollup(text(format), files);
  }

  /** The rows of a file that the rollup's reader leaves out. */
  public static String rejectedRows(BillingFormat format, SourceFile file) {
    return new ReaderSql(format).rejectedRows(file);
  }

  private static String text(BillingFormat format) {
    String resource =
        format
            .rollup()
            .orElseThrow(
                () -> new IllegalArgumentException(format.code() + " is not read through DuckDB"));
    try (InputStream in = BillingQuery.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
