package com.offgridflow.report.view;

import com.offgridflow.report.Messages;
import com.offgridflow.report.MonthTotal;
import com.offgridflow.report.Report;
import com.offgridflow.report.chart.Bars;
import com.offgridflow.report.chart.Drawing;
import com.offgridflow.report.chart.Lines;
import com.offgridflow.report.chart.Series;
import com.offgridflow.report.chart.StackedColumns;
import com.offgridflow.report.chart.Treemap;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The drawings of a report; each list has one, or none where there is nothing to draw. */
public final class ReportCharts {
  private static final String UNIT = "tCO2e";
  private static final String MARKET_BASED = "market-based";

  /** Of the third series; 5.3 to 1 on white, so that the theme's colours stand out beside it. */
  private static final String NEUTRAL = "#6b6f76";

  private static final int SOURCES = 8;

  private final List<MonthTotal> months;
  private final OriginTables origins;
  private final List<String> colours;
  private final Formats formats;
  private final Messages messages;

  ReportCharts(Report report, OriginTables origins, Formats formats, Messages messages) {
    this.months =
        report.basis().months().stream()
            .filter(total -> !total.method().equals(MARKET_BASED))
            .toList();
    this.origins = origins;
    this.colours =
        List.of(report.request().theme().primary(), report.request().theme().accent(), NEUTRAL);
    this.formats = formats;
    this.messages = messages;
  }

  /** Each month's emissions, the scopes on top of each other. */
  public List<Drawing> months() {
    return months.isEmpty()
        ? List.of()
        : List.of(StackedColumns.draw(labels(), series(), this::mark, UNIT, monthsInWords()));
  }

  /** The way of each scope from month to month. */
  public List<Drawing> trend() {
    return months.isEmpty()
        ? List.of()
        : List.of(Lines.draw(labels(), series(), this::mark, UNIT, monthsInWords()));
  }

  /** The largest sources. */
  public List<Drawing> sources() {
    return bars(origins.sources().stream().limit(SOURCES).toList(), colours.get(0));
  }

  /** The Scope 3 categories. */
  public List<Drawing> scope3() {
    return bars(origins.categoryGroups(), colours.get(1));
  }

  /** The same as areas. */
  public List<Drawing> scope3Areas() {
    List<Bars.Bar> parts = parts(origins.categoryGroups());
    boolean several = parts.stream().filter(part -> part.value().signum() > 0).count() > 1;
    return several ? List.of(Treemap.draw(parts, colours.get(0), inWords(parts))) : List.of();
  }

  private List<Drawing> bars(List<EmissionGroup> groups, String colour) {
    List<Bars.Bar> bars = parts(groups);
    return bars.isEmpty() ? List.of() : List.of(Bars.draw(bars, colour, inWords(bars)));
  }

  private String mark(BigDecimal line) {
    return formats.figure(line).toString();
  }

  private List<Bars.Bar> parts(List<EmissionGroup> groups) {
    return groups.stream()
        .map(g -> new Bars.Bar(g.name(), g.kgCo2e(), formats.tonnes(g.kgCo2e())))
        .toList();
  }

  private String inWords(List<Bars.Bar> bars) {
    return bars.stream()
        .map(bar -> messages.get("bar", bar.label(), bar.figure(), UNIT))
        .collect(Collectors.joining("; "));
  }

  /** All months from the first to the last, those without emissions too. */
  private List<YearMonth> axis() {
    YearMonth first =
        months.stream().map(MonthTotal::month).min(YearMonth::compareTo).orElseThrow();
    YearMonth last = months.stream().map(MonthTotal::month).max(YearMonth::compareTo).orElseThrow();
    return IntStream.rangeClosed(0, (int) first.until(last, ChronoUnit.MONTHS))
        .mapToObj(first::plusMonths)
        .toList();
  }

  private List<String> labels() {
    boolean oneYear = axis().stream().map(YearMonth::getYear).distinct().count() == 1;
    return axis().stream()
        .map(month -> oneYear ? formats.shortMonth(month) : formats.monthOfYear(month))
        .toList();
  }

  private List<Series> series() {
    return scopes().mapToObj(this::series).toList();
  }

  private IntStream scopes() {
    return months.stream().mapToInt(MonthTotal::scope).distinct().sorted();
  }

  private Series series(int scope) {
    List<BigDecimal> tonnes =
        axis().stream().map(month -> kilograms(scope, month).movePointLeft(3)).toList();
    String name = messages.get("scope", String.valueOf(scope));
    return new Series(name, colours.get(scope - 1), tonnes);
  }

  private BigDecimal kilograms(int scope, YearMonth month) {
    return months.stream()
        .filter(total -> total.scope() == scope && total.month().equals(month))
        .map(MonthTotal::kgCo2e)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private String monthsInWords() {
    return axis().stream().map(this::inWords).collect(Collectors.joining("; "));
  }

  private String inWords(YearMonth month) {
    return scopes()
        .mapToObj(
            scope ->
                messages.get(
                    "scopeTonnes",
                    String.valueOf(scope),
                    formats.tonnes(kilograms(scope, month)),
                    UNIT))
        .collect(Collectors.joining(", ", formats.month(month) + ": ", ""));
  }
}
