package com.offgridflow.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Messages;
import com.offgridflow.report.SampleReports;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportViewTest {

  @Test
  void shouldNameTheCategoriesWithoutAValue() {
    assertThat(new ReportView(SampleReports.full()).missingCategories())
        .startsWith("2: Capital goods; 4: Upstream transportation and distribution; ")
        .endsWith("15: Investments")
        .doesNotContain("1: Purchased goods");
  }

  @Test
  void shouldNotTellGasesAsCategories() {
    assertThat(new ReportView(SampleReports.full()).otherMissingParts())
        .contains("methane")
        .doesNotContain("Capital goods");
    assertThat(new ReportView(SampleReports.empty(Locale.GERMAN)).otherMissingParts())
        .contains("Methan")
        .doesNotContain("Kategorie");
  }

  @Test
  void shouldTellByMailTheFirstOfWhatIsMissingAndHowManyMoreThereAre() {
    ReportView view = new ReportView(SampleReports.full());

    assertThat(view.firstMissing()).hasSize(5);
    assertThat(view.furtherMissing())
        .isEqualTo("And " + (view.missing().size() - 5) + " more, which the report names.");
  }

  @Test
  void shouldSayEverythingInBothLanguages() {
    assertThat(Messages.in(Locale.GERMAN).words().keySet())
        .isEqualTo(Messages.in(Locale.ENGLISH).words().keySet());
  }
}
