package com.offgridflow.report;

import com.offgridflow.report.Finding.Figure;
import com.offgridflow.report.Finding.Missing;
import com.offgridflow.report.Finding.Words;
import com.offgridflow.report.statement.Statement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which data points of a framework have what they need. */
public final class Completeness {
  private Completeness() {}

  /** How a data point stands. */
  public enum State {
    COMPUTED,
    STATED,
    MISSING;

    /** Its name in interfaces. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param value as it would be published
   * @param unit of the value, or of the figure that is wanted; empty of words
   * @param text words as stated
   * @param evidence of what is stated
   * @param reason why it is missing
   * @param remedy what would help
   * @param statement key of a statement that would give it a value
   */
  public record Row(
      DataPoint point,
      State state,
      Optional<BigDecimal> value,
      String unit,
      Optional<String> text,
      Optional<Statement> evidence,
      Optional<String> reason,
      Optional<Remedy> remedy,
      Optional<String> statement) {}

  /** Each data point, in the framework's order. */
  public static List<Row> of(Framework framework, Map<String, Finding> findings) {
    return framework.dataPoints().stream()
        .map(point -> row(point, findings.get(point.id())))
        .toList();
  }

  private static Row row(DataPoint point, Finding finding) {
    if (finding instanceof Figure figure) {
      return new Row(
          point,
          figure.stated().isPresent() ? State.STATED : State.COMPUTED,
          Optional.of(figure.exact().setScale(point.decimals(), ReportValue.PUBLICATION)),
          figure.unit(),
          Optional.empty(),
          figure.stated(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    return finding instanceof Words words ? row(point, words) : row(point, (Missing) finding);
  }

  private static Row row(DataPoint point, Words words) {
    return new Row(
        point,
        State.STATED,
        Optional.empty(),
        "",
        Optional.of(words.stated().text()),
        Optional.of(words.stated()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Row row(DataPoint point, Missing missing) {
    return new Row(
        point,
        State.MISSING,
        Optional.empty(),
        point.unit(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(missing.reason()),
        Optional.of(missing.remedy()),
        point.statement());
  }
}
