package com.offgridflow.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A report as JSON, the form that is stored and digested: UTF-8, no white space, properties in
 * alphabetical order, instants and dates by ISO 8601, numbers plain with all their digits. The
 * digest is SHA-256 over the report with an empty digest.
 */
public final class ReportJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private ReportJson() {}

  /** The report as JSON. */
  public static String write(Report report) {
    try {
      return MAPPER.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("report " + id(report) + " cannot be written as JSON", e);
    }
  }

  /**
   * The report that was written.
   *
   * @throws IllegalArgumentException when the text is no report, or its digest is not its own
   */
  public static Report read(String json) {
    Report report = parsed(json);
    String digest = digest(json);
    if (!digest.equals(report.digest())) {
      throw new IllegalArgumentException(
          "report %s was changed after it was frozen: digest %s, content has %s"
              .formatted(id(report), report.digest(), digest));
    }
    return report;
  }

  /** The same report with its digest. */
  static Report sealed(Report report) {
    return withDigest(report, digest(write(report)));
  }

  private static Report parsed(String json) {
    try {
      return MAPPER.readValue(json, Report.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a frozen report: " + e.getOriginalMessage(), e);
    }
  }

  /** Of the text itself, so that a report keeps its digest when later ones have more properties. */
  private static String digest(String json) {
    try {
      ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
      return DigestUtils.sha256Hex(tree.put("digest", "").toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a frozen report: " + e.getOriginalMessage(), e);
    }
  }

  private static Report withDigest(Report report, String digest) {
    return new Report(
        report.request(),
        report.framework(),
        report.values(),
        report.missing(),
        report.texts(),
        report.comparisons(),
        report.stated(),
        report.basis(),
        report.derivation(),
        digest);
  }

  private static String id(Report report) {
    return report.request().id();
  }
}
