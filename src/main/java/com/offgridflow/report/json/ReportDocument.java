package com.offgridflow.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.offgridflow.report.Comparison;
import com.offgridflow.report.Dimension;
import com.offgridflow.report.FrameworkRelease;
import com.offgridflow.report.MissingValue;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.ReportText;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingEntity;
import com.offgridflow.report.ReportingPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report as programs read it, by {@code schemas/report-1.json}: published figures beside exact
 * ones, numbers with all their digits, days and instants by ISO 8601.
 *
 * @param schema which release of the schema it keeps to
 * @param id the report's own id
 * @param digest SHA-256 of the frozen report that this was made from
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReportDocument(
    String schema,
    String id,
    String digest,
    String tenant,
    String language,
    Instant frozenAt,
    ReportingEntity entity,
    ReportingPeriod period,
    FrameworkRelease framework,
    List<Value> values,
    List<MissingValue> missing,
    List<ReportText> texts,
    List<Comparison> comparisons,
    ReportBasis basis) {
  private static final String SCHEMA = "https://offgridflow.com/schemas/report-1.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /**
   * The value of a data point.
   *
   * @param value as published
   * @param exact before it was rounded
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Value(
      String dataPoint,
      String paragraph,
      String label,
      BigDecimal value,
      BigDecimal exact,
      String unit,
      int decimals,
      Optional<String> concept,
      List<Dimension> dimensions,
      long emissions,
      boolean total,
      Optional<BigDecimal> accrued,
      Optional<BigDecimal> previous) {
    static Value of(ReportValue value) {
      return new Value(
          value.dataPoint(),
          value.paragraph(),
          value.label(),
          value.published(),
          value.exact(),
          value.unit(),
          value.decimals(),
          value.concept(),
          value.dimensions(),
          value.emissions(),
          value.total(),
          value.publishedAccrued(),
          value.previous());
    }
  }

  /** The report as JSON in UTF-8. */
  public static byte[] render(Report report) {
    try {
      return MAPPER.writeValueAsBytes(of(report));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "report " + report.request().id() + " cannot be written as JSON", e);
    }
  }

  private static ReportDocument of(Report report) {
    ReportRequest request = report.request();
    return new ReportDocument(
        SCHEMA,
        request.id(),
        report.digest(),
        request.tenant(),
        request.language().toLanguageTag(),
        request.frozenAt(),
        request.entity(),
        request.period(),
        report.framework(),
        report.values().stream().map(Value::of).toList(),
        report.missing(),
        report.texts(),
        report.comparisons(),
        report.basis());
  }
}
