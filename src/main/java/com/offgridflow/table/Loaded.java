package com.offgridflow.table;

import java.util.List;

/**
 * What came of a table.
 *
 * @param rows how many it has
 * @param changed entries that are new or changed; one may take several rows
 * @param unchanged entries that were there just so
 * @param rejected rows that are none, with what is wrong
 */
public record Loaded(int rows, int changed, int unchanged, List<RejectedRow> rejected) {
  public Loaded {
    rejected = List.copyOf(rejected);
  }
}
