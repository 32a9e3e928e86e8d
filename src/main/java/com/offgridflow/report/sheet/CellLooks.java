package com.offgridflow.report.sheet;

import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/**
 * How the cells of a table look. A look is set for all cells of a column that follow each other
 * with it; cell by cell it would take longer than what they hold.
 */
final class CellLooks {
  private final Worksheet sheet;
  private final boolean several;
  private final Run[] runs;

  /**
   * @param format of a number or date; null of text
   * @param wrapped whether text goes on in the next line
   */
  private record Look(String format, boolean wrapped) {}

  private record Run(int first, Look look) {}

  CellLooks(Worksheet sheet, List<Column> columns) {
    this.sheet = sheet;
    this.several = columns.stream().anyMatch(Column::wrapped);
    this.runs = new Run[columns.size()];
  }

  void figure(int row, int column, String format) {
    look(row, column, new Look(format, false));
  }

  /** Where some cells of a row may have several lines, text among figures is to be told how. */
  void text(int row, int column, boolean wrapped) {
    look(row, column, several ? new Look(null, wrapped) : null);
  }

  void empty(int row, int column) {
    look(row, column, null);
  }

  /** Sets what is still to be set, up to this row. */
  void set(int next) {
    for (int column = 0; column < runs.length; column++) {
      empty(next, column);
    }
  }

  private void look(int row, int column, Look look) {
    Run run = runs[column];
    if (Objects.equals(look, run == null ? null : run.look())) {
      return;
    }
    if (run != null) {
      set(run, row - 1, column);
    }
    runs[column] = look == null ? null : new Run(row, look);
  }

  /** Where some cells of a row may have several lines, all begin at its top. */
  private void set(Run run, int last, int column) {
    StyleSetter style = sheet.range(run.first(), column, last, column).style();
    if (several) {
      style.verticalAlignment("top");
    }
    if (run.look().format() == null) {
      style.wrapText(run.look().wrapped());
    } else {
      style.format(run.look().format());
    }
    style.set();
  }
}
