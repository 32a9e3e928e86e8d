package com.offgridflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MailSchemasTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final MailSchemas schemas = new MailSchemas();

  static Stream<MailContent> contents() {
    return SampleMails.ALL.stream();
  }

  private static ObjectNode tree(MailContent content) {
    return JSON.valueToTree(content);
  }

  @ParameterizedTest
  @MethodSource("contents")
  void shouldAcceptWhatEachTemplateNeeds(MailContent content) {
    assertThatCode(() -> schemas.check(content.template(), tree(content)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("contents")
  void shouldNameEachMissingField(MailContent content) throws IOException {
    for (JsonNode field : schema(content.template()).path("required")) {
      ObjectNode data = tree(content);
      data.remove(field.asText());

      assertThatThrownBy(() -> schemas.check(content.template(), data))
          .hasMessageContaining("template " + content.template())
          .hasMessageContaining("/" + field.asText() + " is missing");
    }
  }

  /**
   * What a record has and its schema does not know would never be sent, and the other way round.
   */
  @ParameterizedTest
  @MethodSource("contents")
  void shouldKnowTheFieldsOfTheRecord(MailContent content) throws IOException {
    Set<String> ofSchema = new TreeSet<>();
    schema(content.template()).path("properties").fieldNames().forEachRemaining(ofSchema::add);
    Set<String> ofRecord = new TreeSet<>();
    tree(content).fieldNames().forEachRemaining(ofRecord::add);

    assertThat(ofSchema).isEqualTo(ofRecord);
  }

  @ParameterizedTest
  @CsvSource({
    "welcome, link, ftp://files.example, /link should be the hub's web address",
    "invitation, expires, tomorrow, '/expires should be when the link ends, in UTC, like \"2026-'",
    "payment-failed, currency, euro, /currency should be an ISO 4217 code",
    "trial-ending, ends, 1.12.2026, /ends should be the last day of the trial",
    "payment-failed, retry, soon, /retry should be the day of the next attempt"
  })
  void shouldSayWhatWouldHaveWorkedWithoutShowingTheValue(
      String template, String field, String value, String message) {
    MailContent content =
        contents().filter(known -> known.template().equals(template)).findFirst().orElseThrow();

    assertThatThrownBy(() -> schemas.check(template, tree(content).put(field, value)))
        .hasMessageContaining(message)
        .hasMessageNotContaining(value);
  }

  @Test
  void shouldNameAFieldOfAJobWithItsPlaceInTheList() {
    ObjectNode data = tree(SampleMails.ALL.get(6));
    ((ObjectNode) ((ArrayNode) data.get("jobs")).get(1)).put("attempts", "eight");

    assertThatThrownBy(() -> schemas.check("job-failed", data))
        .hasMessageContaining("/jobs/1/attempts should be how often it was tried, like 8");
  }

  private static JsonNode schema(String template) throws IOException {
    try (InputStream in =
        MailSchemasTest.class.getResourceAsStream("/schemas/mail/" + template + ".json")) {
      return JSON.readTree(in);
    }
  }
}
