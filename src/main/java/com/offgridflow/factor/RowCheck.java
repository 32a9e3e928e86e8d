package com.offgridflow.factor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Finds all that is wrong with a row of a factor table, cell by cell. */
final class RowCheck {
  private static final List<String> PROVENANCE =
      List.of("publisher", "edition", "table_name", "row_name", "licence");
  private static final List<String> FIGURES = List.of("value", "co2", "ch4", "n2o", "biogenic_co2");
  private static final int MOST_DIGITS = 40;

  private final Collection<String> kinds;

  RowCheck(Collection<String> kinds) {
    this.kinds = kinds;
  }

  /** Empty when {@link FactorCsv#factor} can read the row. */
  List<RowProblem> problems(CsvRow row) {
    if (!row.cells().isConsistent()) {
      return List.of(raggedRow(row));
    }
    List<RowProblem> found = new ArrayList<>();
    List<Consumer<CsvRow>> checks =
        List.of(
            this::id,
            this::kind,
            RowCheck::subject,
            RowCheck::place,
            RowCheck::perUnit,
            RowCheck::unit,
            RowCheck::validFrom,
            RowCheck::validTo);
    checks.forEach(check -> attempt(found, row, check));
    PROVENANCE.forEach(column -> attempt(found, row, r -> r.required(column)));
    FIGURES.forEach(column -> attempt(found, row, r -> figure(r, column)));
    if (found.isEmpty()) {
      attempt(found, row, RowCheck::residualMix);
      attempt(found, row, FactorCsv::factor);
    }
    return found;
  }

  private static void attempt(List<RowProblem> found, CsvRow row, Consumer<CsvRow> check) {
    try {
      check.accept(row);
    } catch (FactorFormatException e) {
      found.add(e.problem().orElseGet(() -> wholeRow(row, e.getMessage())));
    }
  }

  private static RowProblem wholeRow(CsvRow row, String message) {
    String said =
        message.startsWith(row.where()) ? message.substring(row.where().length()) : message;
    String rule = said.replaceFirst("^[:, ]+", "");
    return new RowProblem(
        row.cells().getRecordNumber(), "row", row.text("id"), "cannot be read: " + rule);
  }

  private static RowProblem raggedRow(CsvRow row) {
    int cells = row.cells().size();
    int columns = row.cells().getParser().getHeaderNames().size();
    return RowProblem.shouldBe(
        row.cells().getRecordNumber(),
        "row",
        cells + " cells",
        columns + " cells, as the header has");
  }

  /** {@code @} sets apart the edition in which the hub first met a row. */
  private void id(CsvRow row) {
    if (row.required("id").contains("@")) {
      throw row.bad("id", "a name without '@', which the hub puts before the edition's number");
    }
  }

  private void kind(CsvRow row) {
    String kind = row.required("kind");
    if (!kinds.contains(kind)) {
      throw row.bad("kind", "a known kind, such as " + nearest(kind));
    }
  }

  private String nearest(String kind) {
    return String.join(" or ", Spelling.nearest(kind, kinds).stream().limit(3).toList());
  }

  private static void subject(CsvRow row) {
    String subject = row.text("subject");
    String slug = subject.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    if (!subject.equals(slug)) {
      throw row.bad("subject", "lower case with '-' between words: '" + slug + "'");
    }
  }

  private static void place(CsvRow row) {
    PlaceCheck.remedy(row.required("place")).ifPresent(remedy -> raise(row, "place", remedy));
  }

  private static void perUnit(CsvRow row) {
    row.unit("per_unit");
  }

  private static void unit(CsvRow row) {
    row.unit("unit");
  }

  private static void validFrom(CsvRow row) {
    row.date("valid_from");
  }

  private static void validTo(CsvRow row) {
    row.date("valid_to");
  }

  private static void figure(CsvRow row, String column) {
    BigDecimal figure = row.number(column).orElse(BigDecimal.ZERO);
    if (figure.precision() > MOST_DIGITS || Math.abs(figure.scale()) > MOST_DIGITS) {
      throw row.bad(column, "a number of at most " + MOST_DIGITS + " digits");
    }
  }

  /** A mix that nobody has published is unknown, and unknown is not zero. */
  private static void residualMix(CsvRow row) {
    boolean zero = row.number("value").filter(value -> value.signum() == 0).isPresent();
    if (zero && row.text("kind").equals(FactorKind.RESIDUAL_MIX)) {
      throw row.bad(
          "value", "more than 0; leave out the row of a residual mix that you do not know");
    }
  }

  private static void raise(CsvRow row, String column, String wanted) {
    throw row.bad(column, wanted);
  }
}
