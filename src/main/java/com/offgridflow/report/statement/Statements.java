package com.offgridflow.report.statement;

import com.offgridflow.report.ReportingPeriod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The statements of a tenant that are in force. */
public record Statements(List<Statement> all) {
  private static final String ENGLISH = "en";

  public Statements {
    all = List.copyOf(all);
  }

  /** Of a tenant that has stated nothing. */
  public static Statements none() {
    return new Statements(List.of());
  }

  /** The figure that is stated for exactly this period. */
  public Optional<Statement> figure(String key, ReportingPeriod period) {
    return all.stream()
        .filter(one -> about(one, key, period) && one.value().isPresent())
        .findFirst();
  }

  /** The words for exactly this period in the language, else in English, else in any. */
  public Optional<Statement> words(String key, ReportingPeriod period, Locale language) {
    List<Statement> found =
        all.stream().filter(one -> about(one, key, period) && one.value().isEmpty()).toList();
    return in(found, language.getLanguage())
        .or(() -> in(found, ENGLISH))
        .or(() -> found.stream().findFirst());
  }

  private static Optional<Statement> in(List<Statement> found, String language) {
    return found.stream().filter(one -> one.language().equals(language)).findFirst();
  }

  private static boolean about(Statement one, String key, ReportingPeriod period) {
    return one.key().equals(key) && one.period().equals(period);
  }
}
