package com.offgridflow.report.view;

import com.offgridflow.report.Messages;
import com.offgridflow.report.MissingValue;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.xbrl.FactPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as templates show it: every number and date already in the report's language. */
public final class ReportView {
  private final Report report;
  private final Formats formats;
  private final Messages messages;
  private final List<ValueView> values;

  public ReportView(Report report) {
    this.report = report;
    this.formats = new Formats(report.request().language());
    this.messages = Messages.in(report.request().language());
    this.values =
        FactPlan.of(report).facts().stream()
            .map(fact -> new ValueView(fact, formats, messages))
            .toList();
  }

  public Map<String, String> words() {
    return messages.words();
  }

  public String language() {
    return report.request().language().getLanguage();
  }

  public String entity() {
    return report.request().entity().name();
  }

  public String lei() {
    return report.request().entity().lei().code();
  }

  public String period() {
    ReportingPeriod period = report.request().period();
    return messages.get("period", formats.day(period.start()), formats.day(period.lastDay()));
  }

  public String frozenAt() {
    return formats.instant(report.request().frozenAt());
  }

  public String reportId() {
    return report.request().id();
  }

  public String framework() {
    return report.framework().title();
  }

  public String release() {
    return report.framework().release();
  }

  public String digest() {
    return report.digest();
  }

  /** How large a file is, in the unit that suits it. */
  public String size(long bytes) {
    return formats.size(bytes);
  }

  public String mailSubject() {
    return messages.get("mail.subject", entity(), period());
  }

  /** The figures that stand for themselves: gross scopes and totals. */
  public List<ValueView> figures() {
    return values.stream().filter(value -> !value.part()).toList();
  }

  /** The figures that divide another: Scope 3 categories. */
  public List<ValueView> parts() {
    return values.stream().filter(ValueView::part).toList();
  }

  public List<MissingValue> missing() {
    return report.missing().stream().filter(value -> !value.part()).toList();
  }

  /** Names of the parts without a value, in one sentence; empty when there are none. */
  public String missingParts() {
    return report.missing().stream()
        .filter(MissingValue::part)
        .map(MissingValue::label)
        .map(label -> label.replaceFirst("^Scope[ -]3[ -]\\p{L}+ ", ""))
        .collect(Collectors.joining("; "));
  }

  public BasisView basis() {
    return new BasisView(report.basis(), formats, messages);
  }
}
