package com.offgridflow.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.offgridflow.report.Report;
import com.offgridflow.report.Restated;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SampleYears;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportDocumentTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static List<Report> reports() {
    Restated restated =
        new Restated(
            7,
            "auditor",
            Instant.parse("2025-03-01T00:00:00Z"),
            "late bill",
            "2024-annual-1",
            Map.of("E1-6.scope-1", new BigDecimal("12.999")));
    Report restatement =
        SampleReports.freeze(
            SampleReports.request(Locale.ENGLISH),
            SampleReports.TOTALS,
            SampleReports.BASIS.with(List.of(restated)));
    return List.of(
        SampleYears.annual(Locale.ENGLISH),
        SampleYears.few(Locale.GERMAN),
        SampleYears.large(Locale.GERMAN),
        SampleReports.empty(),
        restatement);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void shouldKeepToItsSchema(Report report) throws IOException {
    assertThat(faults(JSON.readTree(ReportDocument.render(report)))).isEmpty();
  }

  @Test
  void shouldGivePublishedAndExactFiguresInPlainDigits() throws IOException {
    JsonNode value = JSON.readTree(ReportDocument.render(SampleReports.full())).at("/values/0");

    assertThat(value.get("dataPoint").asText()).isEqualTo("E1-6.scope-1");
    assertThat(value.get("value").decimalValue()).isEqualTo(new BigDecimal("12.346"));
    assertThat(value.get("exact").decimalValue()).isEqualTo(new BigDecimal("12.3456785"));
  }

  @Test
  void shouldRenderTheSameReportToTheSameBytes() {
    assertThat(ReportDocument.render(SampleReports.full()))
        .isEqualTo(ReportDocument.render(SampleReports.full()));
  }

  private static Set<ValidationMessage> faults(JsonNode document) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("schemas/report-1.json")));
    return schema.validate(document);
  }
}
