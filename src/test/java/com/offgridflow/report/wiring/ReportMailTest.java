package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.ReportingEntity;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.wiring.ReportMail.EnclosedFile;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportMailTest {
  private static final List<EnclosedFile> FILES =
      List.of(
          new EnclosedFile("report.pdf", 48_211, Optional.empty()),
          new EnclosedFile("report.xhtml", 170_062_345, Optional.empty()));
  private final ReportMail mail = new ReportMail(new ReportTemplates());

  @Test
  void shouldNameFiguresAndAttachmentsInBothBodies() {
    ReportMail.Message message = mail.write(SampleReports.full(), FILES);

    assertThat(message.subject())
        .isEqualTo(
            "Northwind Datawerk SE: greenhouse gas report for 1 January 2024 to 31 December 2024"
                + " is ready");
    assertThat(message.text())
        .contains("- Total GHG emissions (location-based): 69.728 tCO2e")
        .contains("- Gross market-based Scope 2 GHG emissions: No market-based emissions")
        .contains("- report.pdf (49 kB)");
    assertThat(message.html()).contains("69.728 tCO2e").contains("report.xhtml (170.1 MB)</li>");
  }

  @Test
  void shouldLinkToFilesThatAreNotAttached() {
    URI link = URI.create("https://hub.example.com/d/k1.abc.def");

    ReportMail.Message message =
        mail.write(
            SampleReports.full(),
            List.of(new EnclosedFile("report.pdf", 48_211, Optional.of(link))));

    assertThat(message.html()).contains("<a class=\"link\" href=\"" + link + "\"");
    assertThat(message.text())
        .contains("- report.pdf (49 kB)\n  " + link)
        .doesNotContain("Attached");
  }

  @Test
  void shouldTellAttachedFilesFromLinkedOnes() {
    URI link = URI.create("https://hub.example.com/d/k1.abc.def");

    ReportMail.Message message =
        mail.write(
            SampleReports.full(),
            List.of(
                new EnclosedFile("report.pdf", 48_211, Optional.empty()),
                new EnclosedFile("report.xlsx", 170_062_345, Optional.of(link))));

    assertThat(message.text())
        .contains("What has room in a message is attached")
        .contains("Attached files\n- report.pdf (49 kB)")
        .contains("Files to download\n- report.xlsx (170.1 MB)\n  " + link);
  }

  @Test
  void shouldEscapeTheEntitysNameInHtmlOnly() {
    ReportMail.Message message = write("A & B <GmbH> \"x\"");

    assertThat(message.html())
        .contains("A &amp; B &lt;GmbH&gt; &quot;x&quot;")
        .doesNotContain("<GmbH>");
    assertThat(message.text()).contains("A & B <GmbH> \"x\"");
  }

  @Test
  void shouldKeepTheSubjectOnOneLine() {
    assertThat(write("Evil\r\nBcc: all@example.com").subject())
        .startsWith("Evil Bcc: all@example.com:")
        .doesNotContain("\r", "\n");
  }

  @Test
  void shouldSayWhereNothingHasAValue() {
    ReportMail.Message message = mail.write(SampleReports.empty(), FILES);

    assertThat(message.text()).contains("No data point has a value for this period.");
    assertThat(message.html()).contains("No data point has a value for this period.");
  }

  private ReportMail.Message write(String name) {
    ReportingEntity entity = new ReportingEntity(name, SampleReports.LEI, "DE");
    return mail.write(
        SampleReports.freeze(
            SampleReports.request(Locale.ENGLISH, entity),
            SampleReports.TOTALS,
            SampleReports.BASIS),
        FILES);
  }
}
