package com.offgridflow.mail.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.mail.MailContent;
import com.offgridflow.mail.MailMessage;
import com.offgridflow.mail.MailSchemas;
import com.offgridflow.report.wiring.ReportTemplates;
import com.offgridflow.tenant.SecretBox;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Messages as jobs of kind {@code deliver-message}, which any feature may ask for. The payload
 * names template, language and recipients, and carries the data as JSON, encrypted when they let
 * their reader in.
 */
@ApplicationScoped
public class MessageJobs {
  /** The job's kind. */
  public static final String KIND = "deliver-message";

  private final JobQueue queue;
  private final ObjectMapper json;
  private final Optional<String> key;
  private final MailSchemas schemas = new MailSchemas();
  private final MailTemplates templates = new MailTemplates(new ReportTemplates());

  MessageJobs(JobQueue queue, ObjectMapper json, HubConfig config) {
    this.queue = queue;
    this.json = json.copy().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    this.json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.key = config.secretKey();
  }

  /**
   * Asks for a message, within a transaction of the tenant's.
   *
   * @param occasion asking again for the same template and occasion asks once
   * @param language BCP 47 tag
   * @param to addresses, at least one
   * @return whether this was the first time
   * @throws IllegalArgumentException when the content does not fit its template's schema
   */
  public boolean enqueue(
      JdbcTemplate jdbc,
      String tenant,
      String occasion,
      String language,
      List<String> to,
      MailContent content) {
    String template = content.template();
    if (to.isEmpty()) {
      throw new IllegalArgumentException("message " + template + " has nobody to go to");
    }
    Map<String, String> payload =
        Map.of(
            "template",
            template,
            "language",
            language,
            "to",
            String.join(",", to),
            "data",
            seal(tenant, content));
    String dedupe = KIND + "/" + template + "@" + occasion;
    return queue.enqueue(jdbc, tenant, new JobRequest(KIND, payload, dedupe, Optional.empty()));
  }

  /** The message of a job. */
  MailMessage message(Job job) {
    Class<? extends MailContent> type = type(job);
    return templates.write(
        "message-" + job.id(),
        Locale.forLanguageTag(job.required("language")),
        Arrays.asList(job.required("to").split(",")),
        open(job, type));
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends MailContent> type(Job job) {
    String template = job.required("template");
    return (Class<? extends MailContent>)
        Arrays.stream(MailContent.class.getPermittedSubclasses())
            .filter(type -> MailContent.name(type).equals(template))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnrecoverableException(
                        "job %d: there is no template '%s'; there are %s"
                            .formatted(job.id(), template, MailContent.names())));
  }

  private MailContent open(Job job, Class<? extends MailContent> type) {
    try {
      JsonNode data = json.readTree(data(job));
      schemas.check(job.required("template"), data);
      return json.treeToValue(data, type);
    } catch (IllegalArgumentException e) {
      throw new UnrecoverableException("job " + job.id() + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UnrecoverableException(
          "job %d: its data do not fit template %s: %s"
              .formatted(job.id(), job.required("template"), reason(e)));
    }
  }

  private byte[] data(Job job) {
    String data = job.required("data");
    return data.startsWith("{")
        ? data.getBytes(StandardCharsets.UTF_8)
        : box().open(Base64.getDecoder().decode(data), context(job));
  }

  /** Without the place in the text, which would show the data. */
  private static String reason(IOException e) {
    return e instanceof JsonProcessingException parsing
        ? parsing.getOriginalMessage()
        : "they cannot be read";
  }

  private String seal(String tenant, MailContent content) {
    try {
      JsonNode tree = json.valueToTree(content);
      schemas.check(content.template(), tree);
      String data = json.writeValueAsString(tree);
      return content.confidential()
          ? Base64.getEncoder()
              .encodeToString(box().seal(data.getBytes(StandardCharsets.UTF_8), context(tenant)))
          : data;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(content.template() + " cannot be written as JSON", e);
    }
  }

  private static String context(Job job) {
    return context(job.tenant());
  }

  private static String context(String tenant) {
    return tenant + "/" + KIND;
  }

  private SecretBox box() {
    return SecretBox.ofHexKey(
        key.orElseThrow(
            () ->
                new UnrecoverableException(
                    "a message that lets its reader in needs HUB_SECRET_KEY: 64 hex digits, for example from 'openssl rand -hex 32'")));
  }
}
