package com.offgridflow.report.view;

import com.offgridflow.report.Messages;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.xbrl.FactPlan.Fact;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value as templates show it, with what an inline fact needs. */
public final class ValueView {
  private final Fact fact;
  private final ReportValue value;
  private final Formats formats;
  private final Messages messages;

  ValueView(Fact fact, Formats formats, Messages messages) {
    this.fact = fact;
    this.value = fact.value();
    this.formats = formats;
    this.messages = messages;
  }

  public Fact fact() {
    return fact;
  }

  public String label() {
    return value.label();
  }

  public String paragraph() {
    return value.paragraph();
  }

  /** What must be known beside the figure: its accrued part, the value it replaces; or empty. */
  public String remark() {
    return remark(value, formats, messages);
  }

  static String remark(ReportValue value, Formats formats, Messages messages) {
    Stream<String> accrued =
        value
            .publishedAccrued()
            .map(part -> messages.get("accrued", formats.amount(part)))
            .stream();
    Stream<String> previous =
        value.previous().map(old -> messages.get("previous", formats.amount(old))).stream();
    return Stream.concat(accrued, previous).collect(Collectors.joining("; "));
  }

  public Figure figure() {
    return formats.figure(value.published());
  }

  public String unit() {
    return value.unit();
  }

  public int decimals() {
    return value.decimals();
  }

  public String emissions() {
    return formats.count(value.emissions());
  }

  public boolean total() {
    return value.total();
  }

  /** Whether the value divides another one along an axis. */
  public boolean part() {
    return !value.dimensions().isEmpty();
  }
}
