package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Report;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SampleYears;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of the pages of reports, in {@code target/previews}, for people to look at. */
class PdfPreviewTest {
  private static final Path PICTURES = Path.of("target/previews");
  private static final int DOTS_PER_INCH = 60;

  /** Outside of this, nothing but running lines is printed: margins of 20 mm of an A4 page. */
  private static final double MARGIN = 18.0 / 210;

  private static final int WHITE = 0xffffff;

  static Stream<Arguments> reports() {
    return Stream.of(Locale.ENGLISH, Locale.GERMAN)
        .flatMap(
            language ->
                Stream.of(
                    Arguments.of("full-" + language, SampleYears.annual(language)),
                    Arguments.of("few-" + language, SampleYears.few(language)),
                    Arguments.of("empty-" + language, SampleReports.empty(language)),
                    Arguments.of("large-" + language, SampleYears.large(language))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reports")
  void shouldPrintNothingIntoTheMargins(String name, Report report) throws IOException {
    Files.createDirectories(PICTURES);
    byte[] bytes = new PdfReport(new ReportTemplates(), new Typefaces(List.of())).render(report);
    Files.write(PICTURES.resolve("report-" + name + ".pdf"), bytes);
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      PDFRenderer renderer = new PDFRenderer(pdf);
      for (int page = 0; page < pdf.getNumberOfPages(); page++) {
        BufferedImage picture = renderer.renderImageWithDPI(page, DOTS_PER_INCH);
        ImageIO.write(picture, "png", file(name, page));
        if (page > 0) {
          assertThat(printedInMargins(picture)).as("page " + (page + 1)).isFalse();
        }
      }
    }
  }

  private static File file(String name, int page) {
    return PICTURES.resolve("report-%s-%02d.png".formatted(name, page + 1)).toFile();
  }

  private static boolean printedInMargins(BufferedImage picture) {
    int margin = (int) (picture.getWidth() * MARGIN);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < margin; x++) {
        int right = picture.getWidth() - 1 - x;
        if ((picture.getRGB(x, y) & WHITE) != WHITE
            || (picture.getRGB(right, y) & WHITE) != WHITE) {
          return true;
        }
      }
    }
    return false;
  }
}
