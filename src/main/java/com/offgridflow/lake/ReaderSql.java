package com.offgridflow.lake;

import com.offgridflow.lake.BillingColumn.Need;
import com.offgridflow.lake.BillingColumn.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SELECT that turns files of a format into the relation of its rollup, in DuckDB's SQL.
 *
 * <p>A row with an unusable value keeps its place under a charge type that no provider has, and the
 * wrapper drops that group from the result. Filtering the rows instead would have DuckDB convert
 * each value twice, which doubles the time of a CSV.
 */
final class ReaderSql {

  /** The charge type of rows with an unusable value. */
  static final String REJECTED = "rejected by the hub";

  /** What is dated otherwise is a mistake; null, like false, is not usable. */
  private static final String BETWEEN =
      " between timestamp '1970-01-01' and timestamp '2099-12-31 23:59:59.999999'";

  /** A limit that no result reaches. */
  static final long ALL = 9_000_000_000_000_000_000L;

  /**
   * About the order of the keys of their records, in which these come fastest into an index. By
   * position, so that a rollup with a column of another name is told so by who reads its rows.
   */
  private static final String BY_DAY_ACCOUNT_AND_SERVICE = " order by 6, 7, 8";

  private final BillingFormat format;

  ReaderSql(BillingFormat format) {
    this.format = format;
  }

  /** The unmodified rollup over these files. The limit keeps the filter from moving to the rows. */
  String rollup(String rollup, List<SourceFile> files) {
    return "with "
        + format.relation()
        + " as (\n"
        + files.stream().map(this::rows).collect(Collectors.joining("\nunion all\n"))
        + "\n)\nselect * from (select * from (\n"
        + rollup
        + "\n) limit "
        + ALL
        + ") where kind <> "
        + SqlText.literal("unknown:" + REJECTED)
        + BY_DAY_ACCOUNT_AND_SERVICE;
  }

  /** The rows that the rollup leaves out: row (header = 1), header, value, type. */
  String rejectedRows(SourceFile file) {
    String checks =
        checked(file).stream().map(c -> check(c, file)).collect(Collectors.joining(", "));
    return "select row, bad.header, bad.value, bad.type from (select row_number() over () + 1 as row, "
        + "list_filter(["
        + checks
        + "], lambda c: not c.good)[1] as bad from "
        + table(file)
        + ") where bad is not null order by row";
  }

  private String rows(SourceFile file) {
    String good =
        checked(file).stream()
            .map(c -> good(c, "v_" + c.name(), "r_" + c.name()))
            .collect(Collectors.joining(" and "));
    BillingColumn chargeType = format.columns().get(0);
    String values =
        format.columns().stream()
            .skip(1)
            .map(c -> ", v_" + c.name() + " as " + SqlText.identifier(c.name()))
            .collect(Collectors.joining());
    return "select case when "
        + good
        + " then v_"
        + chargeType.name()
        + " else "
        + SqlText.literal(REJECTED)
        + " end as "
        + SqlText.identifier(chargeType.name())
        + values
        + "\nfrom (select "
        + converted(file)
        + "\n  from "
        + table(file)
        + ")";
  }

  private String converted(SourceFile file) {
    String values =
        format.columns().stream()
            .map(c -> value(c, file) + " as v_" + c.name())
            .collect(Collectors.joining(", "));
    String raws =
        checked(file).stream()
            .filter(c -> c.need() != Need.VALUE)
            .map(c -> ", " + raw(c, file).orElseThrow() + " as r_" + c.name())
            .collect(Collectors.joining());
    return values + raws;
  }

  private List<BillingColumn> checked(SourceFile file) {
    return format.columns().stream()
        .filter(column -> raw(column, file).isPresent())
        .filter(column -> column.need() == Need.VALUE || column.type().converted())
        .toList();
  }

  private String check(BillingColumn column, SourceFile file) {
    String raw = raw(column, file).orElseThrow();
    return "{'header': "
        + SqlText.literal(column.in(file.columns()).orElseThrow())
        + ", 'value': coalesce(cast("
        + raw
        + " as varchar), ''), 'type': "
        + SqlText.literal(column.type().name())
        + ", 'good': "
        + "coalesce("
        + good(column, value(column, file), raw)
        + ", false)}";
  }

  private static String good(BillingColumn column, String value, String raw) {
    String usable = value + (column.type().timed() ? BETWEEN : " is not null");
    return column.need() == Need.VALUE ? usable : "(" + usable + " or " + raw + " is null)";
  }

  private String value(BillingColumn column, SourceFile file) {
    return raw(column, file)
        .map(raw -> value(column, raw, file.typeOf(column)))
        .orElse("cast(null as " + column.type().sql() + ")");
  }

  /**
   * @param stored the type that the file has it in, none in a CSV
   */
  private static String value(BillingColumn column, String raw, Optional<String> stored) {
    Type type = column.type();
    return switch (type) {
      case TEXT -> stored.map(as -> ParquetSql.text(raw, as)).orElse(raw);
      case TIME -> patterned(column, raw, time(raw, stored.isPresent()));
      case DAY -> patterned(column, raw, "try_cast(" + raw + " as timestamp)");
      case CURRENCY -> SqlText.currency(stored.map(as -> ParquetSql.text(raw, as)).orElse(raw));
      case ATTRIBUTES -> ParquetSql.map(raw, stored.orElse("VARCHAR"));
      case QUANTITY, FINE_QUANTITY -> stored.isPresent() ? number(raw, type) : text(raw, type);
    };
  }

  private static String time(String raw, boolean typed) {
    return typed
        ? "try_cast(" + raw + " as timestamp)"
        : "cast(try_cast(" + raw + " as timestamptz) at time zone 'UTC' as timestamp)";
  }

  private static String patterned(BillingColumn column, String raw, String iso) {
    return column
        .pattern()
        .map(SqlText::literal)
        .map(p -> "coalesce(try_strptime(cast(" + raw + " as varchar), " + p + "), " + iso + ")")
        .orElse(iso);
  }

  private static String number(String raw, Type type) {
    return "cast(try_cast(" + raw + " as " + type.bounded() + ") as " + type.sql() + ")";
  }

  /**
   * A text becomes a number of 18 digits several times faster than one of 38, and what fits into 18
   * is rounded alike.
   */
  private static String text(String raw, Type type) {
    String narrow = "try_cast(" + raw + " as " + type.sql().replace("38", "18") + ")";
    return "coalesce(cast(" + narrow + " as " + type.sql() + "), " + number(raw, type) + ")";
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

  /**
   * CSV columns are named by position, since headers may repeat. By default DuckDB's buffers hold
   * 16 of the longest lines, which takes memory and time.
   */
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
        // else the engine would tell it by the file's name
        + (file.container() == Container.CSV_GZ ? ", compression='gzip'" : ", compression='none'")
        + ", max_line_size=16777216, buffer_size=33554432, columns={"
        + columns
        + "})";
  }
}
