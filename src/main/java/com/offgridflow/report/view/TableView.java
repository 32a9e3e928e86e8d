package com.offgridflow.report.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as templates show it.
 *
 * @param columns from left to right; the first names the row
 * @param rows from top to bottom
 * @param note what must be known beside it, or empty
 */
public record TableView(List<Column> columns, List<Row> rows, String note) {
  public TableView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A column.
   *
   * @param millimetres its width
   * @param figures whether it holds figures, which stand to the right
   */
  public record Column(String title, int millimetres, boolean figures) {}

  /** A row; a total is set apart. */
  public record Row(List<Cell> cells, boolean total) {}

  /** A cell with its note, which may be empty. */
  public record Cell(String text, String note, boolean first, boolean figure) {}

  static Builder with(Column... columns) {
    return new Builder(List.of(columns));
  }

  static Column words(String title, int millimetres) {
    return new Column(title, millimetres, false);
  }

  static Column figures(String title, int millimetres) {
    return new Column(title, millimetres, true);
  }

  /** A table that grows row by row. */
  static final class Builder {
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();
    private String note = "";

    private Builder(List<Column> columns) {
      this.columns = columns;
    }

    Builder row(String... texts) {
      return row(false, "", texts);
    }

    /**
     * @param remark below the first text, or empty
     */
    Builder row(boolean total, String remark, String... texts) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < texts.length; i++) {
        String below = i == 0 ? remark : "";
        cells.add(new Cell(texts[i], below, i == 0, columns.get(i).figures()));
      }
      rows.add(new Row(cells, total));
      return this;
    }

    Builder note(String text) {
      note = text;
      return this;
    }

    TableView done() {
      return new TableView(columns, rows, note);
    }
  }
}
