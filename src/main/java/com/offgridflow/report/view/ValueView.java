package com.offgridflow.report.view;

import com.offgridflow.report.Messages;
import com.offgridflow.report.ReportValue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value as templates show it. */
public final class ValueView {
  private final ReportValue value;
  private final Formats formats;
  private final Messages messages;

  ValueView(ReportValue value, Formats formats, Messages messages) {
    this.value = value;
    this.formats = formats;
    this.messages = messages;
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
    return unit(value.unit(), messages);
  }

  static String unit(String unit, Messages messages) {
    return unit.equals("pure") ? messages.get("unit.pure") : unit;
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
