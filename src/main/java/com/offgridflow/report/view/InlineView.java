package com.offgridflow.report.view;

import com.offgridflow.report.Comparison;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportText;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.xbrl.FactPlan;
import com.offgridflow.report.xbrl.Paragraphs;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tagged parts of a report as the inline document shows them. */
public final class InlineView {
  private final Report report;
  private final FactPlan plan;
  private final Formats formats;
  private final Messages messages;
  private final Map<String, InlineFact> facts = new HashMap<>();

  public InlineView(Report report) {
    this.report = report;
    this.plan = FactPlan.of(report);
    this.formats = new Formats(report.request().language());
    this.messages = Messages.in(report.request().language());
    plan.facts().forEach(fact -> facts.put(fact.value().dataPoint(), fact(fact)));
    plan.comparisons().forEach(fact -> facts.put(key(fact.comparison()), fact(fact)));
  }

  /**
   * A row of figures.
   *
   * @param fact its tag; null where the taxonomy has no element for it
   * @param figure what the reader sees where there is no tag
   */
  public record Row(
      String label,
      String paragraph,
      String remark,
      String unit,
      boolean total,
      InlineFact fact,
      Figure figure) {}

  /** A value of another period. */
  public record Compared(
      String label,
      String role,
      String period,
      String unit,
      String change,
      InlineFact fact,
      Figure figure) {}

  /** A narrative disclosure; {@code fact} is null where the taxonomy has no element for it. */
  public record Narrative(
      String label, String paragraph, String name, FactPlan.TextFact fact, List<String> lines) {
    /** Id of the footnote on where it comes from; empty where it is not tagged. */
    public String note() {
      return fact == null ? "" : SourcesView.noteId(fact.id());
    }
  }

  /** The figures that stand for themselves. */
  public List<Row> figures() {
    return rows(false);
  }

  /** The figures that divide another along an axis. */
  public List<Row> parts() {
    return rows(true);
  }

  private List<Row> rows(boolean parts) {
    return report.values().stream()
        .filter(value -> value.dimensions().isEmpty() != parts)
        .map(this::row)
        .toList();
  }

  private Row row(ReportValue value) {
    return new Row(
        value.label(),
        value.paragraph(),
        ValueView.remark(value, formats, messages),
        ValueView.unit(value.unit(), messages),
        value.total(),
        facts.get(value.dataPoint()),
        formats.figure(value.published()));
  }

  /** The values of other periods, in the report's order. */
  public List<Compared> comparisons() {
    return report.comparisons().stream().map(this::compared).toList();
  }

  private Compared compared(Comparison comparison) {
    Optional<ReportValue> value =
        report.values().stream()
            .filter(each -> each.dataPoint().equals(comparison.dataPoint()))
            .findFirst();
    ReportingPeriod period = comparison.period();
    return new Compared(
        value.map(ReportValue::label).orElse(comparison.dataPoint()),
        messages.get("role." + comparison.role().name().toLowerCase(Locale.ROOT)),
        messages.get("period", formats.day(period.start()), formats.day(period.lastDay())),
        value.map(ReportValue::unit).map(unit -> ValueView.unit(unit, messages)).orElse(""),
        comparison.changePercent().map(formats::change).orElse(""),
        facts.get(key(comparison)),
        formats.figure(comparison.published()));
  }

  /** The narrative disclosures. */
  public List<Narrative> texts() {
    return report.texts().stream().map(this::narrative).toList();
  }

  private Narrative narrative(ReportText text) {
    FactPlan.TextFact fact =
        plan.texts().stream().filter(each -> each.text().equals(text)).findFirst().orElse(null);
    return new Narrative(
        text.label(),
        text.paragraph(),
        text.concept().map(this::name).orElse(""),
        fact,
        Paragraphs.of(text.text()));
  }

  /** The same emissions by scope, category, site and cloud service. */
  public OriginTables origins() {
    return new OriginTables(report.basis().breakdown(), formats, messages);
  }

  /** Where the figures come from. */
  public SourcesView sources() {
    return new SourcesView(report, formats, messages);
  }

  private InlineFact fact(FactPlan.Fact fact) {
    ReportValue value = fact.value();
    return new InlineFact(
        fact.id(),
        name(value.concept().orElseThrow()),
        fact.contextId(),
        fact.unitId(),
        value.decimals(),
        formats.figure(value.published()),
        SourcesView.noteId(fact.id()));
  }

  private InlineFact fact(FactPlan.ComparisonFact fact) {
    return new InlineFact(
        fact.id(),
        name(fact.value().concept().orElseThrow()),
        fact.contextId(),
        fact.unitId(),
        fact.decimals(),
        formats.figure(fact.comparison().published()),
        SourcesView.noteId(fact.id()));
  }

  private String name(String concept) {
    return report.framework().requireTaxonomy().prefix() + ":" + concept;
  }

  private static String key(Comparison comparison) {
    return comparison.dataPoint() + " " + comparison.role() + " " + comparison.period();
  }
}
