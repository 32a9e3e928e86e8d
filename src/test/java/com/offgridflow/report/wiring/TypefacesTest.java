package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.report.Report;
import com.offgridflow.report.SampleReports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefacesTest {
  private static final String ARABIC = "\u0634\u0631\u0643\u0629";
  private static final String BEIJING = "\u5317\u4EAC";

  @TempDir Path directory;

  @Test
  void shouldDrawLatinGreekCyrillicAndHebrewByItself() {
    Typefaces usual = new Typefaces(List.of());

    String text = "Łódź Ñandú ẞ Αθήνα Київ \u05E9\u05DC\u05D5\u05DD ≥ 5 €\u00A0\u2009\u200F\t";

    assertThat(usual.undrawn(text)).isEmpty();
    assertThat(usual.beside(text)).isEmpty();
  }

  @Test
  void shouldNameEachCharacterOnceThatNoTypefaceHas() throws Exception {
    Typefaces withArabic = new Typefaces(List.of(DejaVu.in(directory)));

    assertThat(withArabic.undrawn(ARABIC + BEIJING + BEIJING)).containsExactly(0x4EAC, 0x5317);
    assertThat(new Typefaces(List.of()).undrawn(ARABIC))
        .containsExactly(0x0629, 0x0631, 0x0634, 0x0643);
  }

  @Test
  void shouldRefuseAFileThatIsNoTypeface() throws Exception {
    Path file =
        Files.write(directory.resolve("font.ttf"), "no font".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> new Typefaces(List.of(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("report.typefaces", file.toString(), "DejaVuSans.ttf");
    assertThatThrownBy(() -> new Typefaces(List.of(directory.resolve("none.ttf"))))
        .hasMessageContaining("none.ttf");
  }

  @Test
  void shouldDrawArabicNamesInLettersOfAnotherTypeface() throws Exception {
    byte[] pdf = pdf(DejaVu.in(directory)).render(SampleReports.named(ARABIC));

    assertThat(text(pdf)).contains(ARABIC).doesNotContain("has no letters for");
    assertThat(fonts(pdf)).anyMatch(name -> name.endsWith("DejaVuSans"));
  }

  @Test
  void shouldSayInThePdfWhichCharactersItCannotShow() throws Exception {
    byte[] pdf = pdf().render(SampleReports.named(BEIJING));

    assertThat(text(pdf)).contains("has no letters for", "U+4EAC, U+5317");
  }

  @Test
  void shouldWriteTheSameFileInLatinScriptWhateverTypefacesThereAre() throws Exception {
    Report report = SampleReports.full();

    assertThat(pdf(DejaVu.in(directory)).render(report)).isEqualTo(pdf().render(report));
  }

  private static PdfReport pdf(Path... files) {
    return new PdfReport(new ReportTemplates(), new Typefaces(List.of(files)));
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static List<String> fonts(byte[] pdf) throws Exception {
    List<String> names = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName font : page.getResources().getFontNames()) {
          names.add(page.getResources().getFont(font).getName());
        }
      }
    }
    return names;
  }
}
