package com.offgridflow.factor;

import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a publisher reads a provider's usage types: lists of endings, immutable.
 *
 * @param lists endings by the name of their list, e.g. {@code hdd_usage_types}
 */
public record UsageTypes(Map<String, List<String>> lists) {
  private static final String[] COLUMNS = {"list", "usage_type"};

  public UsageTypes {
    lists = Map.copyOf(lists);
  }

  /**
   * @param table the table's name, for messages
   * @throws FactorFormatException naming table, row, column and value
   */
  static UsageTypes read(String table, Reader reader) {
    return new UsageTypes(
        new HashMap<>(
            CsvRow.read(table, reader, COLUMNS).stream()
                .collect(
                    Collectors.groupingBy(
                        row -> row.required("list"),
                        Collectors.mapping(
                            row -> row.required("usage_type"), Collectors.toList())))));
  }

  /** Whether the text ends like one of the list. */
  public boolean ends(String list, String text) {
    return of(list).stream().anyMatch(text::endsWith);
  }

  /** Whether the text has one of the list in it. */
  public boolean has(String list, String text) {
    return of(list).stream().anyMatch(text::contains);
  }

  /** One of the lists; empty when there is none of this name. */
  public List<String> of(String list) {
    return lists.getOrDefault(list, List.of());
  }
}
