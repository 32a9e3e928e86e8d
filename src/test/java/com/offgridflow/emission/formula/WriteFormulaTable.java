package com.offgridflow.emission.formula;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.EmissionCalculator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the table of formulas in docs/methodology.md anew from the formulas themselves. */
public final class WriteFormulaTable {
  static final Path DOCUMENT = Path.of("docs", "methodology.md");
  static final String BEGIN = "<!-- formulas: generated, see below -->";
  static final String END = "<!-- end of formulas -->";

  private WriteFormulaTable() {}

  /** Run in the project's directory; docs/methodology.md says how. */
  public static void main(String[] args) throws IOException {
    String document = Files.readString(DOCUMENT);
    Files.writeString(DOCUMENT, before(document) + table() + after(document));
  }

  static String written(String document) {
    return document.substring(before(document).length(), document.indexOf(END));
  }

  private static String before(String document) {
    return document.substring(0, document.indexOf(BEGIN) + BEGIN.length());
  }

  private static String after(String document) {
    return document.substring(document.indexOf(END));
  }

  static String table() {
    List<Formula> formulas = EmissionCalculator.formulas();
    String head =
        "\n| formula | kinds | scope, category | method | expression | details (needed in bold) |"
            + " source |\n|---|---|---|---|---|---|---|\n";
    return head + formulas.stream().map(WriteFormulaTable::row).collect(Collectors.joining());
  }

  private static String row(Formula formula) {
    return Stream.of(
            "`" + formula.code() + "`",
            kinds(formula),
            place(formula),
            formula.method(),
            formula.expression(),
            inputs(formula),
            formula.source())
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String kinds(Formula formula) {
    return formula.kinds().stream()
        .sorted()
        .map(ActivityKind::code)
        .collect(Collectors.joining(", "));
  }

  private static String place(Formula formula) {
    String categories =
        formula.kinds().stream()
            .sorted()
            .flatMap(kind -> formula.categoryOf(kind).stream())
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return formula.scope().number() + (categories.isEmpty() ? "" : ", " + categories);
  }

  private static String inputs(Formula formula) {
    return formula.inputs().stream()
        .map(input -> mark(input) + ": " + input.meaning())
        .collect(Collectors.joining("; "));
  }

  private static String mark(Input input) {
    return input.required() ? "**`" + input.name() + "`**" : "`" + input.name() + "`";
  }
}
