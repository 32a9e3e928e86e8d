package com.offgridflow.report.sheet;

import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook whose sheets can be printed: across, all columns on one page, the first row on every
 * page, and what a loose page is of.
 *
 * @param owner whose workbook it is
 * @param about by what and for when
 * @param page what stands before a page's number
 * @param of what stands before the number of pages
 */
record Book(Workbook workbook, String owner, String about, String page, String of) {
  private static final int MOST_LETTERS = 90;

  /** Characters beside each other that can still be read. */
  private static final double MOST_ON_A4 = 240;

  static Book of(Report report, Messages messages, Workbook workbook) {
    return new Book(
        workbook,
        report.request().entity().name(),
        report.request().period().start()
            + " - "
            + report.request().period().lastDay()
            + ", "
            + report.framework().title(),
        messages.words().get("page"),
        messages.words().get("pageOf"));
  }

  /** A new sheet with its look on paper, which is larger where there are many columns. */
  Worksheet sheet(String name, List<Column> columns) {
    Worksheet sheet = workbook.newWorksheet(name);
    double wide = columns.stream().mapToDouble(Column::width).sum();
    sheet.paperSize(wide > MOST_ON_A4 ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
    sheet.header(plain(owner), Position.LEFT);
    sheet.header("&A", Position.RIGHT);
    sheet.footer(plain(about), Position.LEFT);
    sheet.footer(page + " &P " + of + " &N", Position.RIGHT);
    return sheet;
  }

  /** Where an ampersand is a command, as in headers and footers, two are one. */
  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    String fit =
        line.codePointCount(0, line.length()) > MOST_LETTERS
            ? line.substring(0, line.offsetByCodePoints(0, MOST_LETTERS)) + "\u2026"
            : line;
    return fit.replace("&", "&&");
  }
}
