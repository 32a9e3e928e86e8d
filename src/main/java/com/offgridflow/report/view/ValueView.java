package com.offgridflow.report.view;

import com.offgridflow.report.ReportValue;
import com.offgridflow.report.xbrl.FactPlan.Fact;

/** A value as templates show it, with what an inline fact needs. */
public final class ValueView {
  private final Fact fact;
  private final ReportValue value;
  private final Formats formats;

  ValueView(Fact fact, Formats formats) {
    this.fact = fact;
    this.value = fact.value();
    this.formats = formats;
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

  public Figure figure() {
    return formats.figure(value.published());
  }

  public String unit() {
    return value.unit();
  }

  public String concept() {
    return value.concept();
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
    return value.dimension().isPresent();
  }
}
