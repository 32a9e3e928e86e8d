package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Report;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SampleYears;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** PDF/UA-1 (ISO 14289-1) as veraPDF, which is not ours, judges it. */
class PdfAccessibilityTest {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @TempDir Path fonts;
  private PdfReport pdf = new PdfReport(new ReportTemplates(), new Typefaces(List.of()));

  @Test
  void shouldBeAccessibleInEnglish() throws Exception {
    assertThat(faults(SampleYears.annual(Locale.ENGLISH))).isEmpty();
  }

  @Test
  void shouldBeAccessibleInGermanWithLongNames() throws Exception {
    assertThat(faults(SampleYears.large(Locale.GERMAN))).isEmpty();
  }

  @Test
  void shouldBeAccessibleWithoutFigures() throws Exception {
    assertThat(faults(SampleReports.empty())).isEmpty();
  }

  @Test
  void shouldBeAccessibleWithLettersOfAnotherTypeface() throws Exception {
    pdf = new PdfReport(new ReportTemplates(), new Typefaces(List.of(DejaVu.in(fonts))));

    assertThat(faults(SampleReports.named("\u0634\u0631\u0643\u0629 \u4eac"))).isEmpty();
  }

  private List<String> faults(Report report) throws Exception {
    ByteArrayInputStream file = new ByteArrayInputStream(pdf.render(report));
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .map(
              fault ->
                  fault.getRuleId().getClause()
                      + " "
                      + fault.getMessage()
                      + " "
                      + fault.getLocation().getContext())
          .toList();
    }
  }
}
