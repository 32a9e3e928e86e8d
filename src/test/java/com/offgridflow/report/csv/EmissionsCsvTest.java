package com.offgridflow.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.EmissionRows;
import com.offgridflow.report.SampleEmissions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EmissionsCsvTest {

  /** 0.123456789 × 2 = 0.246913578; the second day after 1 January. */
  @Test
  void shouldWriteARowForEachEmissionWithItsEvidence() throws IOException {
    String[] lines = text(SampleEmissions.rows(2)).split("\r\n");

    assertThat(lines).hasSize(3);
    assertThat(lines[0]).startsWith("emission,activity,period_start,").endsWith(",locator");
    assertThat(lines[2])
        .isEqualTo(
            "2,1000002,2024-01-03,2024-01-04,3,1,average-data,operational,0.246913578,,"
                + "cloud.compute,aws,i-2,eu-central-1,24.5,h,cloud-compute,"
                + "ember-2026:DE ccf-2024:aws,billing,key-2,1,cur.parquet,"
                + "0a".repeat(32)
                + ",row 2");
  }

  @Test
  void shouldKeepTextOfABillFromRunningAsAFormula() throws IOException {
    EmissionRows rows = consumer -> consumer.accept(SampleEmissions.row(1, "=cmd|' /C calc'!A0"));

    assertThat(text(rows)).contains(",\"'=cmd|' /C calc'!A0\",");
  }

  private static String text(EmissionRows rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EmissionsCsv.write(rows, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
