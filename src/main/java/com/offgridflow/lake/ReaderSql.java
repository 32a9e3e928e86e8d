package com.offgridflow.lake;

import com.offgridflow.lake.BillingColumn.Need;
import com.offgridflow.lake.BillingColumn.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SELECT that turns files of a format into the relation of its rollup, in DuckDB's SQL. */
final class ReaderSql {

  private final BillingFormat format;

  ReaderSql(BillingFormat format) {
    this.format = format;
  }

  /** The unmodified rollup over these files. */
  String rollup(String rollup, List<SourceFile> files) {
    String relation =
        files.stream().map(this::goodRows).collect(Collectors.joining("\nunion all\n"));
    return "with "
        + format.relation()
        + " as (\n"
        + relation
        + "\n)\nselect * from (\n"
        + rollup
        + "\n)";
  }

  /** The rows that the relation leaves out: row (header = 1), header, value, type. */
  String rejectedRows(SourceFile file) {
    String checks =
        format.columns().stream()
            .filter(column -> checked(column, file))
            .map(column -> check(column, file))
            .collect(Collectors.joining(", "));
    return "select row, bad.header, bad.value, bad.type from (select row_number() over () + 1 as row, "
        + "list_filter(["
        + checks
        + "], lambda c: not c.good)[1] as bad from "
        + table(file)
        + ") where bad is not null order by row";
  }

  private String goodRows(SourceFile file) {
    String values =
        format.columns().stream()
            .map(column -> value(column, file) + " as " + SqlText.identifier(column.name()))
            .collect(Collectors.joining(",\n  "));
    String good =
        format.columns().stream()
            .filter(column -> checked(column, file))
            .map(column -> good(column, file))
            .collect(Collectors.joining("\n  and "));
    return "select " + values + "\nfrom " + table(file) + "\nwhere " + good;
  }

  private boolean checked(BillingColumn column, SourceFile file) {
    return raw(column, file).isPresent()
        && (column.need() == Need.VALUE
            || column.type() != Type.TEXT && column.type() != Type.ATTRIBUTES);
  }

  private String check(BillingColumn column, SourceFile file) {
    return "{'header': "
        + SqlText.literal(column.in(file.columns()).orElseThrow())
        + ", 'value': coalesce(cast("
        + raw(column, file).orElseThrow()
        + " as varchar), ''), 'type': "
        + SqlText.literal(column.type().name())
        + ", 'good': "
        + good(column, file)
        + "}";
  }

  private String good(BillingColumn column, SourceFile file) {
    String isThere = value(column, file) + " is not null";
    return column.need() == Need.VALUE
        ? isThere
        : "(" + raw(column, file).orElseThrow() + " is null or " + isThere + ")";
  }

  private String value(BillingColumn column, SourceFile file) {
    Optional<String> raw = raw(column, file);
    if (raw.isEmpty()) {
      return "cast(null as " + column.type().sql() + ")";
    }
    boolean csv = file.container() != Container.PARQUET;
    return switch (column.type()) {
      case TEXT -> csv ? raw.get() : "cast(" + raw.get() + " as varchar)";
      case TIME ->
          "cast(try_cast(" + raw.get() + " as timestamptz) at time zone 'UTC' as timestamp)";
      case ATTRIBUTES ->
          csv
              ? "try_cast(try_cast(" + raw.get() + " as json) as map(varchar, varchar))"
              : raw.get();
      case QUANTITY, FINE_QUANTITY -> "try_cast(" + raw.get() + " as " + column.type().sql() + ")";
    };
  }

  private Optional<String> raw(BillingColumn column, SourceFile file) {
    return column
        .in(file.columns())
        .map(
            header ->
                file.container() == Container.PARQUET
                    ? SqlText.identifier(header)
                    : "c" + file.columns().indexOf(header));
  }

  /** CSV columns are named by position, since headers may repeat. */
  private static String table(SourceFile file) {
    if (file.container() == Container.PARQUET) {
      return "read_parquet(" + SqlText.file(file.readable()) + ")";
    }
    String columns =
        IntStream.range(0, file.columns().size())
            .mapToObj(i -> "'c" + i + "': 'varchar'")
            .collect(Collectors.joining(", "));
    return "read_csv("
        + SqlText.file(file.readable())
        + ", auto_detect=false, header=true, delim=',', quote='\"', escape='\"', nullstr=['', 'NULL']"
        + (file.container() == Container.CSV_GZ ? ", compression='gzip'" : "")
        + ", max_line_size=16777216, columns={"
        + columns
        + "})";
  }
}
