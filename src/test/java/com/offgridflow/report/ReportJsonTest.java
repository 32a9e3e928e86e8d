package com.offgridflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

  @Test
  void shouldReadBackWhatItWrote() {
    Report report = SampleReports.full();

    assertThat(ReportJson.read(ReportJson.write(report))).isEqualTo(report);
  }

  @Test
  void shouldDigestTheJsonWithAnEmptyDigest() throws Exception {
    Report report = SampleReports.full();

    String canonical = ReportJson.write(report).replace(report.digest(), "");
    byte[] sha256 =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
    assertThat(report.digest()).isEqualTo(HexFormat.of().formatHex(sha256));
  }

  @Test
  void shouldRefuseAReportThatWasChangedAfterwards() {
    String changed = ReportJson.write(SampleReports.full()).replace("12.3456785", "11.3456785");

    assertThatThrownBy(() -> ReportJson.read(changed))
        .hasMessageContaining("report 2024-annual was changed after it was frozen");
  }

  /** Reports that were frozen before there were accruals and restatements keep their digests. */
  @Test
  void shouldWriteNothingOfAccrualsAndRestatementsWhereThereAreNone() {
    assertThat(ReportJson.write(SampleReports.full()))
        .doesNotContain("accrued")
        .doesNotContain("previous")
        .doesNotContain("restatements");
  }

  @Test
  void shouldFreezeTheSameFactsToTheSameDigest() {
    assertThat(SampleReports.full().digest()).isEqualTo(SampleReports.full().digest());
  }
}
