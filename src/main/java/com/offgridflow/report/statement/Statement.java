package com.offgridflow.report.statement;

import com.offgridflow.report.ReportingPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a tenant states for a period: a figure or words that no record of the hub tells.
 *
 * @param id its number, 0 before it is stored
 * @param key what it is about, such as {@code net-revenue}
 * @param period the days that it holds for
 * @param value the figure; empty of words
 * @param unit unit of the figure, an ISO 4217 code of money; empty of words
 * @param text the words; empty of a figure
 * @param language ISO 639-1 code of the words; empty of a figure
 * @param source where it is evidenced, such as a page of the annual report
 * @param statedBy who stated it
 * @param statedAt when
 */
public record Statement(
    long id,
    String key,
    ReportingPeriod period,
    Optional<BigDecimal> value,
    String unit,
    String text,
    String language,
    String source,
    String statedBy,
    Instant statedAt) {
  public Statement {
    if (value.isPresent() == !text.isEmpty()) {
      throw new IllegalArgumentException(
          "statement %s has either a figure or words, not value '%s' and text '%s'"
              .formatted(key, value.map(BigDecimal::toPlainString).orElse(""), text));
    }
  }

  /** Whether both say the same, whoever said it. */
  public boolean sameContent(Statement other) {
    return key.equals(other.key)
        && period.equals(other.period)
        && sameValue(other)
        && unit.equals(other.unit)
        && text.equals(other.text)
        && language.equals(other.language)
        && source.equals(other.source);
  }

  private boolean sameValue(Statement other) {
    return value.isPresent() == other.value.isPresent()
        && value.map(own -> own.compareTo(other.value.get()) == 0).orElse(true);
  }
}
