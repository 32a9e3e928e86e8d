package com.offgridflow.report.view;

import com.offgridflow.report.Messages;
import com.offgridflow.report.MissingValue;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportingPeriod;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as templates show it: every number and date already in the report's language. */
public final class ReportView {
  private static final int FIRST = 5;

  /** How the label of a category begins in both languages. */
  private static final Pattern CATEGORY = Pattern.compile("Scope[ -]3[ -]\\p{L}+ (?=\\d)");

  private final Report report;
  private final Formats formats;
  private final Messages messages;
  private final List<ValueView> values;

  public ReportView(Report report) {
    this.report = report;
    this.formats = new Formats(report.request().language());
    this.messages = Messages.in(report.request().language());
    this.values =
        report.values().stream().map(value -> new ValueView(value, formats, messages)).toList();
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

  /** The figures that stand for themselves, tagged or not: gross scopes and totals. */
  public List<ValueView> figures() {
    return values.stream().filter(value -> !value.part()).toList();
  }

  /** The figures that divide another: Scope 3 categories, gases. */
  public List<ValueView> parts() {
    return values.stream().filter(ValueView::part).toList();
  }

  public List<MissingValue> missing() {
    return report.missing().stream().filter(value -> !value.part()).toList();
  }

  /** How many data points have no value and are not named by {@link #firstMissing}, in words. */
  public String furtherMissing() {
    int further = missing().size() - firstMissing().size();
    return further == 0 ? "" : messages.get("further.missing", formats.count(further));
  }

  /** The first of what is missing, for a message that people read through. */
  public List<MissingValue> firstMissing() {
    return missing().stream().limit(FIRST).toList();
  }

  /** The Scope 3 categories without a value, by number and name; empty when there are none. */
  public String missingCategories() {
    return missingParts()
        .map(CATEGORY::matcher)
        .filter(Matcher::lookingAt)
        .map(category -> category.replaceFirst(""))
        .collect(Collectors.joining("; "));
  }

  /** All other parts of a figure without a value, such as single gases. */
  public String otherMissingParts() {
    return missingParts()
        .filter(label -> !CATEGORY.matcher(label).lookingAt())
        .collect(Collectors.joining("; "));
  }

  private Stream<String> missingParts() {
    return report.missing().stream().filter(MissingValue::part).map(MissingValue::label);
  }

  public BasisView basis() {
    return new BasisView(report.basis(), formats, messages);
  }
}
