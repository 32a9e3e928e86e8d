package com.offgridflow.report.wiring;

import com.offgridflow.report.Report;
import com.offgridflow.report.view.PdfView;
import com.offgridflow.report.view.ReportView;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Renders a report as a tagged PDF (PDF/UA-1) with its fonts embedded. The same report gives the
 * same bytes: the file's dates and identifier come from it, not from the clock.
 */
public final class PdfReport {
  private static final String FONT = "Liberation Sans";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private final ReportTemplates templates;

  public PdfReport(ReportTemplates templates) {
    this.templates = templates;
  }

  /** The file's bytes. */
  public byte[] render(Report report) {
    ReportView view = new ReportView(report);
    Map<String, Object> data = Map.of("view", view, "pdf", new PdfView(report), "w", view.words());
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

  private static PdfRendererBuilder builder(String html) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(html, null);
    builder.usePdfUaAccessibility(true);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.useUnicodeBidiSplitter(PdfDirections.Splitter::new);
    builder.useUnicodeBidiReorderer(new PdfDirections());
    builder.withProducer("OffGridFlow Hub");
    builder.useFont(() -> font("Regular"), FONT, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("Bold"), FONT, 700, FontStyle.NORMAL, true);
    return builder;
  }

  private static InputStream font(String style) {
    return PdfReport.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf");
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
