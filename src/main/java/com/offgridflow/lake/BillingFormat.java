package com.offgridflow.lake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A billing format: which columns its files have, and what is made of them. Formats are data, read
 * by {@link FormatFile}.
 *
 * @param code the name used in settings, file names and messages, e.g. {@code aws-cur-2}
 * @param columns what is read of a file. A row with an unusable value is set apart by the first of
 *     them, the kind of charge, which each row must have
 * @param rollup the SQL over {@link #relation}; empty for a format that is read without one
 * @param reader the route {@code core-read-<reader>} makes records of its files
 */
public record BillingFormat(
    String code, List<BillingColumn> columns, Optional<String> rollup, String reader) {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public BillingFormat {
    columns = List.copyOf(columns);
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a format is named in lower case with hyphens, like aws-cur-2, not '" + code + "'");
    }
    if (columns.stream().noneMatch(BillingColumn::required)) {
      throw new IllegalArgumentException(
          "format " + code + " needs a column that tells it, with need: value or need: column");
    }
    if (rollup.isPresent() && !setsRowsApart(columns.get(0))) {
      throw new IllegalArgumentException(
          "format %s: its first column is %s; it must be the kind of charge, with type: text and need: value"
              .formatted(code, columns.get(0)));
    }
  }

  private static boolean setsRowsApart(BillingColumn first) {
    return first.type() == BillingColumn.Type.TEXT && first.need() == BillingColumn.Need.VALUE;
  }

  /** The relation that the rollup reads. */
  public String relation() {
    return code.replace('-', '_');
  }

  /** The required columns that these headers lack. */
  public List<BillingColumn> missingFrom(List<String> headers) {
    return columns.stream()
        .filter(column -> column.required() && column.in(headers).isEmpty())
        .toList();
  }

  @Override
  public String toString() {
    return code;
  }
}
