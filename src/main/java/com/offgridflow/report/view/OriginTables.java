package com.offgridflow.report.view;

import static com.offgridflow.report.view.TableView.figures;
import static com.offgridflow.report.view.TableView.words;

import com.offgridflow.report.BreakdownRow;
import com.offgridflow.report.Messages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Emissions by where they come from, Scope 2 by location, so that no kWh counts twice. A table sums
 * to what is on record; long ones end with what they leave out.
 */
public final class OriginTables {
  private static final int ROWS = 25;

  private final List<BreakdownRow> rows;
  private final Formats formats;
  private final Messages messages;
  private final Map<String, String> words;

  OriginTables(List<BreakdownRow> rows, Formats formats, Messages messages) {
    this.rows = rows;
    this.formats = formats;
    this.messages = messages;
    this.words = messages.words();
  }

  /** One row for each scope that has emissions. */
  public TableView scopes() {
    return table(words.get("scopeColumn"), EmissionGroup.byScope(rows, messages));
  }

  /** One row for each Scope 3 category that has emissions. */
  public TableView categories() {
    return table(words.get("categoryColumn"), categoryGroups());
  }

  List<EmissionGroup> categoryGroups() {
    return EmissionGroup.by(
        rows.stream().filter(row -> row.category().isPresent()).toList(), this::category);
  }

  /** One row for each site or region. */
  public TableView sites() {
    return table(words.get("site"), EmissionGroup.by(rows, row -> named(row.site())));
  }

  /** One row for each service of a cloud provider. */
  public TableView services() {
    List<BreakdownRow> cloud = rows.stream().filter(OriginTables::cloud).toList();
    return table(words.get("service"), EmissionGroup.by(cloud, row -> named(row.service())));
  }

  /** One row for each kind of activity. */
  public TableView kinds() {
    return table(words.get("kind"), EmissionGroup.by(rows, this::kind));
  }

  /** Each source by what and where it is, the largest first. */
  List<EmissionGroup> sources() {
    Function<BreakdownRow, String> what =
        row -> row.service().isEmpty() ? kind(row) : row.service();
    return EmissionGroup.by(
        rows, row -> row.site().isEmpty() ? what.apply(row) : what.apply(row) + ", " + row.site());
  }

  private TableView table(String title, List<EmissionGroup> groups) {
    EmissionGroup all = EmissionGroup.sum(words.get("sum"), groups);
    TableView.Builder table =
        TableView.with(
            words(title, 78),
            figures(words.get("activities"), 28),
            figures("tCO2e", 42),
            figures(words.get("portion"), 22));
    groups.stream().limit(ROWS).forEach(group -> add(table, false, group, all));
    if (groups.size() > ROWS) {
      List<EmissionGroup> rest = groups.subList(ROWS, groups.size());
      String name = messages.get("further", formats.count(rest.size()));
      add(table, false, EmissionGroup.sum(name, rest), all);
      table.note(words.get("furtherNote"));
    }
    if (groups.size() > 1) {
      add(table, true, all, all);
    }
    return table.done();
  }

  private void add(TableView.Builder table, boolean total, EmissionGroup group, EmissionGroup all) {
    table.row(
        total,
        "",
        group.name(),
        formats.count(group.activities()),
        formats.tonnes(group.kgCo2e()),
        share(group.kgCo2e(), all.kgCo2e()));
  }

  private String share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? Formats.NOTHING
        : formats.percent(part.divide(whole, MathContext.DECIMAL64));
  }

  private String category(BreakdownRow row) {
    int number = row.category().orElseThrow();
    return number + "  " + messages.get("category." + number);
  }

  private String kind(BreakdownRow row) {
    String kind = messages.kind(row.kind());
    return row.accrued() ? messages.get("accruedKind", kind) : kind;
  }

  private String named(String name) {
    return name.isEmpty() ? words.get("notStated") : name;
  }

  private static boolean cloud(BreakdownRow row) {
    return row.kind().startsWith("cloud.");
  }
}
