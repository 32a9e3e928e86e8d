package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Report;
import com.offgridflow.report.ReportingEntity;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SampleYears;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  private final PdfReport pdf = new PdfReport(new ReportTemplates(), new Typefaces(List.of()));

  @Test
  void shouldShowTitleFiguresAndPageNumbers() throws Exception {
    String text = text(pdf.render(SampleReports.full()));

    assertThat(text)
        .contains("Greenhouse gas emissions report")
        .contains("Northwind Datawerk SE")
        .contains("69.728")
        .contains("No market-based emissions of purchased energy are on record")
        .contains("Contains data from Ember, licensed under CC BY 4.0.")
        .containsPattern("Page 3 of \\d+")
        .containsPattern("Page 2 of \\d+");
  }

  /** 41,904.12 / 48,210.55 = 0.869190 */
  @Test
  void shouldShowTheShareOfCostThatHasAnEstimate() throws Exception {
    assertThat(text(pdf.render(SampleReports.full())))
        .contains("41,904.12 of 48,210.55 EUR have an estimate (86.9 %)");
  }

  /** 12,345.6785 - 617.3 and + 740.7 kg; of Scope 3, 8,123.4567 of 11,703.6356 kg are 69.4 %. */
  @Test
  void shouldShowHowFarEachScopeCanBeTrusted() throws Exception {
    String text = text(pdf.render(SampleYears.annual(Locale.ENGLISH)));

    assertThat(text)
        .contains("95 %: 11.728 to 13.086")
        .contains("69.4 % of it")
        .contains("Lower bound");
    assertThat(text(pdf.render(SampleYears.annual(Locale.GERMAN))))
        .contains("95 %: 11,728 bis 13,086")
        .contains("Untergrenze");
  }

  /** 12.346 is 2.9 % above 12; the base year is not the year before. */
  @Test
  void shouldTellOnTheSummaryWhatHasChangedMost() throws Exception {
    String text = text(pdf.render(SampleYears.annual(Locale.ENGLISH)));

    String summary =
        text.substring(text.indexOf("Largest changes"), text.indexOf("Largest sources"));
    assertThat(summary).contains("12.000 12.346 +2.9 %").doesNotContain("15.000");
    assertThat(text(pdf.render(SampleReports.full()))).doesNotContain("Largest changes");
  }

  /**
   * Drawn from left to right, the last letter comes first: alef, bet, gimel as gimel, bet, alef.
   */
  @Test
  void shouldDrawHebrewFromRightToLeft() throws Exception {
    Report report = SampleReports.named("\u05d0\u05d1\u05d2 Ltd");
    try (PDDocument document = Loader.loadPDF(pdf.render(report))) {
      Letters letters = new Letters();
      letters.setEndPage(1);
      letters.getText(document);

      assertThat(letters.drawn.toString()).contains("\u05d2\u05d1\u05d0");
    }
  }

  /** Letters in the order in which they stand from left to right. */
  private static final class Letters extends PDFTextStripper {
    private final StringBuilder drawn = new StringBuilder();

    @Override
    protected void processTextPosition(TextPosition position) {
      drawn.append(position.getUnicode());
    }
  }

  @Test
  void shouldNameKindsOfActivityInTheReportsLanguage() throws Exception {
    assertThat(text(pdf.render(SampleYears.annual(Locale.ENGLISH))))
        .contains("Cloud: computing", "Stationary combustion")
        .doesNotContain("cloud.compute", "stationary-combustion");
    assertThat(text(pdf.render(SampleYears.annual(Locale.GERMAN))))
        .contains("Cloud: Rechenleistung", "Stationäre Verbrennung", "Brennstoffe")
        .doesNotContain("cloud.compute", "stationary-combustion", "cooling");
  }

  @Test
  void shouldBeTaggedWithTitleAndLanguageAndEmbedEveryFont() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.render(SampleReports.full()))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo(
              "Greenhouse gas emissions report: Northwind Datawerk SE,"
                  + " 1 January 2024 to 31 December 2024");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      for (PDPage page : document.getPages()) {
        assertThat(StreamSupport.stream(page.getResources().getFontNames().spliterator(), false))
            .allMatch(name -> embedded(page, name));
      }
    }
  }

  @Test
  void shouldEscapeTheEntitysName() throws Exception {
    ReportingEntity entity = new ReportingEntity("A & B <GmbH> \"x\"", SampleReports.LEI, "DE");
    Report report =
        SampleReports.freeze(
            SampleReports.request(Locale.ENGLISH, entity),
            SampleReports.TOTALS,
            SampleReports.BASIS);

    assertThat(text(pdf.render(report))).contains("A & B <GmbH> \"x\"");
  }

  @Test
  void shouldGiveReasonsWhereNothingHasAValue() throws Exception {
    assertThat(text(pdf.render(SampleReports.empty())))
        .contains("No data point has a value for this period.")
        .contains("No Scope 1 emissions are on record for the period.");
  }

  @Test
  void shouldSpeakGerman() throws Exception {
    Report report =
        SampleReports.freeze(
            SampleReports.request(Locale.GERMAN), SampleReports.TOTALS, SampleReports.BASIS);

    assertThat(text(pdf.render(report)))
        .contains("Bericht über Treibhausgasemissionen")
        .contains("69,728")
        .contains("1. Januar 2024 bis 31. Dezember 2024")
        .containsPattern("Seite 2 von \\d+");
  }

  @Test
  void shouldRenderTheSameReportToTheSameBytes() {
    assertThat(pdf.render(SampleReports.full())).isEqualTo(pdf.render(SampleReports.full()));
  }

  private static boolean embedded(PDPage page, COSName name) {
    try {
      PDFont font = page.getResources().getFont(name);
      return font.isEmbedded() && font.getName().contains("LiberationSans");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
