package com.offgridflow.report.view;

import com.offgridflow.activity.Money;
import com.offgridflow.report.Messages;
import com.offgridflow.report.ReportValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and dates are written in a language. German points with a comma, English a dot. */
final class Formats {
  /** In place of a figure that there is not. */
  static final String NOTHING = "\u2013";

  private static final String MINUS = "\u2212";

  private final DecimalFormatSymbols symbols;
  private final DateTimeFormatter day;
  private final DateTimeFormatter instant;
  private final Locale numbers;

  Formats(Locale language) {
    this.numbers =
        Locale.GERMAN.getLanguage().equals(language.getLanguage()) ? Locale.GERMANY : Locale.UK;
    Messages messages = Messages.in(language);
    this.symbols = DecimalFormatSymbols.getInstance(numbers);
    this.day = DateTimeFormatter.ofPattern(messages.get("pattern.day"), numbers);
    this.instant =
        DateTimeFormatter.ofPattern(messages.get("pattern.instant"), numbers)
            .withZone(ZoneOffset.UTC);
  }

  /** The number, already rounded, with exactly its digits. */
  Figure figure(BigDecimal number) {
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(Math.max(0, number.scale()));
    return new Figure(number.signum() < 0 ? MINUS : "", format.format(number.abs()));
  }

  String count(long number) {
    return figure(BigDecimal.valueOf(number)).toString();
  }

  /** A file's size in kB or MB, by thousands (IEC 80000-13). */
  String size(long bytes) {
    BigDecimal kilo = BigDecimal.valueOf(bytes).movePointLeft(3);
    return bytes < 1_000_000
        ? figure(kilo.setScale(0, RoundingMode.UP)) + " kB"
        : figure(kilo.movePointLeft(3).setScale(1, RoundingMode.HALF_UP)) + " MB";
  }

  /** Tonnes with three digits, that is whole kilograms. */
  String tonnes(BigDecimal kilograms) {
    return figure(kilograms.movePointLeft(3).setScale(3, ReportValue.PUBLICATION)).toString();
  }

  String amount(BigDecimal amount) {
    return figure(amount.setScale(2, ReportValue.PUBLICATION)).toString();
  }

  String money(Money money) {
    return amount(money.amount()) + " " + money.currency();
  }

  String percent(BigDecimal share) {
    return figure(share.movePointRight(2).setScale(1, ReportValue.PUBLICATION)) + " %";
  }

  /** A mark on a scale, with one digit. */
  String score(BigDecimal mark) {
    return figure(mark.setScale(1, RoundingMode.HALF_UP)).toString();
  }

  /** A change in percent, with its sign. */
  String change(BigDecimal percent) {
    BigDecimal rounded = percent.setScale(1, ReportValue.PUBLICATION);
    return (rounded.signum() > 0 ? "+" : "") + figure(rounded) + " %";
  }

  String shortMonth(YearMonth month) {
    return month.format(DateTimeFormatter.ofPattern("LLL", numbers));
  }

  String monthOfYear(YearMonth month) {
    return month.format(DateTimeFormatter.ofPattern("MM/yy", numbers));
  }

  String month(YearMonth month) {
    return month.format(DateTimeFormatter.ofPattern("LLLL uuuu", numbers));
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  String instant(Instant moment) {
    return instant.format(moment);
  }
}
