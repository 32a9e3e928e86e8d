package com.offgridflow.report.wiring;

import com.offgridflow.report.Report;
import com.offgridflow.report.ReportJson;
import com.offgridflow.report.view.PdfView;
import com.offgridflow.report.view.ReportView;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Renders a report as a tagged PDF (PDF/UA-1) with its fonts embedded. The same report gives the
 * same bytes: the file's dates and identifier come from it, not from the clock.
 */
public final class PdfReport {
  private static final Set<FSFontUseCase> FALLBACK = EnumSet.of(FSFontUseCase.FALLBACK_PRE);

  static {
    XRLog.setLoggingEnabled(false);
  }

  private final ReportTemplates templates;
  private final Typefaces typefaces;

  PdfReport(ReportTemplates templates, Typefaces typefaces) {
    this.templates = templates;
    this.typefaces = typefaces;
  }

  /**
   * The characters of the report that its PDF cannot show, which says so on its last pages: in it
   * they are {@code #}.
   */
  List<Integer> undrawn(Report report) {
    return typefaces.undrawn(ReportJson.write(report));
  }

  /** The file's bytes. */
  public byte[] render(Report report) {
    ReportView view = new ReportView(report);
    Map<String, Object> data =
        Map.of(
            "view", view, "pdf", new PdfView(report), "w", view.words(), "undrawn", codes(report));
    String html = templates.render("report-pdf.html", data);
    try (PdfBoxRenderer renderer = builder(html).buildPdfRenderer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      renderer.createPDFWithoutClosing();
      identify(renderer.getPdfDocument(), report);
      renderer.getPdfDocument().save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("report " + report.request().id() + " gives no PDF", e);
    }
  }

  private String codes(Report report) {
    return undrawn(report).stream().map("U+%04X"::formatted).collect(Collectors.joining(", "));
  }

  private PdfRendererBuilder builder(String html) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(html, null);
    builder.usePdfUaAccessibility(true);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.useUnicodeBidiSplitter(PdfDirections.Splitter::new);
    builder.useUnicodeBidiReorderer(new PdfDirections());
    builder.withProducer("OffGridFlow Hub");
    builder.useFont(() -> Typefaces.usual("Regular"), Typefaces.USUAL, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> Typefaces.usual("Bold"), Typefaces.USUAL, 700, FontStyle.NORMAL, true);
    for (Typeface other : typefaces.beside(html)) {
      File file = other.file().orElseThrow().toFile();
      builder.useFont(file, other.name(), 400, FontStyle.NORMAL, true, FALLBACK);
    }
    return builder;
  }

  private static void identify(PDDocument pdf, Report report) {
    GregorianCalendar frozen =
        GregorianCalendar.from(report.request().frozenAt().atZone(ZoneOffset.UTC));
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setCreationDate(frozen);
    information.setModificationDate(frozen);
    pdf.setDocumentId(Long.parseUnsignedLong(report.digest().substring(0, 16), 16));
  }
}
