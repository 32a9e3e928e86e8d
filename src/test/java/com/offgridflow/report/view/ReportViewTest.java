package com.offgridflow.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Messages;
import com.offgridflow.report.SampleReports;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportViewTest {

  @Test
  void shouldNameTheCategoriesWithoutAValue() {
    assertThat(new ReportView(SampleReports.full()).missingParts())
        .startsWith("2: Capital goods; 4: Upstream transportation and distribution; ")
        .doesNotContain("1: Purchased goods");
  }

  @Test
  void shouldSayEverythingInBothLanguages() {
    assertThat(Messages.in(Locale.GERMAN).words().keySet())
        .isEqualTo(Messages.in(Locale.ENGLISH).words().keySet());
  }
}
