package com.offgridflow.lake;

import java.util.List;

/**
 * The files of one billing period, ready to be rolled up.
 *
 * @param query the wrapped rollup, to be run on the lake as it is
 */
public record Delivery(BillingFormat format, List<SourceFile> files, String query) {

  public Delivery {
    files = List.copyOf(files);
  }

  /** Data rows in all files: what usage, not-usage and rejected lines must add up to. */
  public long rows() {
    return files.stream().mapToLong(SourceFile::rows).sum();
  }
}
