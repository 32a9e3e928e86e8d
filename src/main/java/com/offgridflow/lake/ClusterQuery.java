package com.offgridflow.lake;

import com.offgridflow.lake.BillingColumn.Need;
import com.offgridflow.lake.BillingColumn.Type;
import com.offgridflow.lake.LakeTable.Column;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queries over a table of a cluster, in Trino's SQL. The rollup itself is the format's file,
 * unchanged; only what turns raw columns into the relation that it reads is said in the engine's
 * own words. What {@link ReaderSql} is for files and DuckDB.
 */
public final class ClusterQuery {
  private final BillingFormat format;
  private final LakeTable table;

  /**
   * @throws IllegalArgumentException when the table lacks a column that the format needs
   */
  public ClusterQuery(BillingFormat format, LakeTable table) {
    this.format = format;
    this.table = table;
    List<BillingColumn> missing = format.missingFrom(table.names());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "table %s lacks %s of format %s; it has %s"
              .formatted(table.name(), missing, format.code(), table.names()));
    }
  }

  /** Names and types of a table's columns. */
  public static String columns(String table) {
    return "describe " + new LakeTable(table, List.of()).sql();
  }

  /**
   * What there is since a month: month ({@code yyyy-MM}; null for rows whose time is unusable),
   * lines, and a state that changes when the month's rows do, in whatever order they lie.
   */
  public String months(YearMonth first) {
    String read =
        present().map(c -> identifier(table.of(c).orElseThrow())).collect(Collectors.joining(", "));
    return "select format_datetime(%1$s, 'yyyy-MM') as month, count(*) as lines,".formatted(time())
        + " to_hex(checksum(row(%s))) as state from %s".formatted(read, table.sql())
        + " where %1$s >= %2$s or %1$s is null group by 1 order by 1"
            .formatted(time(), start(first));
  }

  /** The unmodified rollup over the rows of a month. */
  public String rollup(YearMonth month, List<CloudInstance> instances) {
    String rollup = format.rollup().orElseThrow();
    return "with %s as (\n%s\n),\n%s\nselect * from (select * from (\n%s\n) limit %d) where kind <> %s"
        .formatted(
            format.relation(),
            rows(month),
            ClusterInstances.relation(instances),
            rollup,
            ReaderSql.ALL,
            SqlText.literal("unknown:" + ReaderSql.REJECTED));
  }

  /** Values of a month that the rollup leaves out: header, value, type, lines; most rows first. */
  public String rejected(YearMonth month, int most) {
    String header = firstBad(c -> SqlText.literal(table.of(c).orElseThrow().name()));
    String value = firstBad(c -> "coalesce(cast(r_" + c.name() + " as varchar), '')");
    String type = firstBad(c -> SqlText.literal(c.type().name()));
    return "select %s as header, %s as value, %s as type, count(*) as lines from (%s) where %s is not null group by 1, 2, 3 order by 4 desc, 1, 2 limit %d"
        .formatted(header, value, type, converted(month), header, most);
  }

  private String firstBad(Function<BillingColumn, String> told) {
    return checked()
        .map(c -> "when not " + good(c) + " then " + told.apply(c))
        .collect(Collectors.joining(" ", "case ", " end"));
  }

  private String rows(YearMonth month) {
    BillingColumn chargeType = format.columns().get(0);
    String values =
        format.columns().stream()
            .skip(1)
            .map(c -> ", v_" + c.name() + " as " + c.name())
            .collect(Collectors.joining());
    return "select case when %s then v_%s else %s end as %s%s\nfrom (%s)"
        .formatted(
            checked().map(ClusterQuery::good).collect(Collectors.joining(" and ")),
            chargeType.name(),
            SqlText.literal(ReaderSql.REJECTED),
            chargeType.name(),
            values,
            converted(month));
  }

  private String converted(YearMonth month) {
    String values =
        format.columns().stream()
            .map(c -> value(c) + " as v_" + c.name())
            .collect(Collectors.joining(", "));
    String raws =
        checked()
            .map(c -> ", " + read(table.of(c).orElseThrow()) + " as r_" + c.name())
            .collect(Collectors.joining());
    return "select %s%s from %s where %5$s >= %4$s and %5$s < %6$s"
        .formatted(values, raws, table.sql(), start(month), time(), start(month.plusMonths(1)));
  }

  private static String good(BillingColumn c) {
    return c.need() == Need.VALUE
        ? "(v_" + c.name() + " is not null)"
        : "(v_%1$s is not null or r_%1$s is null)".formatted(c.name());
  }

  private Stream<BillingColumn> present() {
    return format.columns().stream().filter(column -> table.of(column).isPresent());
  }

  private Stream<BillingColumn> checked() {
    return present().filter(c -> c.need() == Need.VALUE || c.type().converted());
  }

  /** When a row's use was. */
  private String time() {
    return format.columns().stream()
        .filter(c -> c.need() == Need.VALUE && (c.type() == Type.TIME || c.type() == Type.DAY))
        .findFirst()
        .map(this::value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format " + format + " has no time that each row has"));
  }

  private static String start(YearMonth month) {
    return "timestamp '" + month.atDay(1) + " 00:00:00'";
  }

  private String value(BillingColumn column) {
    return table
        .of(column)
        .map(found -> value(column, found))
        .orElse("cast(null as " + column.type().sql() + ")");
  }

  private static String value(BillingColumn column, Column found) {
    String raw = read(found);
    return switch (column.type()) {
      case TEXT -> "cast(" + raw + " as varchar)";
      case CURRENCY -> SqlText.currency(raw);
      case TIME, DAY -> time(column, found, raw);
      case ATTRIBUTES ->
          found.is("map") ? raw : "try_cast(try(json_parse(" + raw + ")) as map(varchar, varchar))";
      case QUANTITY, FINE_QUANTITY ->
          "cast(try_cast(%s as %s) as %s)"
              .formatted(raw, column.type().bounded(), column.type().sql());
    };
  }

  private static String time(BillingColumn column, Column found, String raw) {
    if (!found.is("varchar")) {
      return found.type().endsWith("with time zone")
          ? "cast(" + raw + " at time zone 'UTC' as timestamp)"
          : "cast(" + raw + " as timestamp)";
    }
    String iso =
        "cast(try(from_iso8601_timestamp(replace(%s, ' ', 'T'))) at time zone 'UTC' as timestamp)"
            .formatted(raw);
    return column
        .pattern()
        .map(p -> SqlText.literal(p.replace("%M", "%i")))
        .map(p -> "coalesce(try(date_parse(" + raw + ", " + p + ")), " + iso + ")")
        .orElse(iso);
  }

  /** Text files know no null; what stands for it is the same as for files on one machine. */
  private static String read(Column column) {
    String raw = identifier(column);
    return column.is("varchar") ? "nullif(nullif(" + raw + ", ''), 'NULL')" : raw;
  }

  private static String identifier(Column column) {
    return SqlText.identifier(column.name());
  }
}
