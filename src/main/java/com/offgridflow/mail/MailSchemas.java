package com.offgridflow.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each template needs, by {@code schemas/mail/<template>.json}. Faults name fields and never
 * show values, which may let somebody in.
 */
public final class MailSchemas {
  private final Map<String, JsonSchema> schemas =
      MailContent.names().stream()
          .collect(Collectors.toUnmodifiableMap(name -> name, MailSchemas::read));

  /**
   * Makes sure that data fit their template.
   *
   * @param template one of {@link MailContent#names}
   * @throws IllegalArgumentException naming the template, each wrong or missing field, and what
   *     would have worked
   */
  public void check(String template, JsonNode data) {
    JsonSchema schema = schemas.get(template);
    List<String> faults =
        schema.validate(data).stream()
            .map(fault -> said(schema, fault))
            .distinct()
            .sorted()
            .toList();
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the data do not fit template %s (schemas/mail/%s.json): %s"
              .formatted(template, template, String.join("; ", faults)));
    }
  }

  private static String said(JsonSchema schema, ValidationMessage fault) {
    String place = fault.getInstanceLocation().toString();
    if (fault.getProperty() == null) {
      return place + " should be " + wanted(schema, place);
    }
    String field = place + "/" + fault.getProperty();
    return fault.getType().equals("required")
        ? field + " is missing; it should be " + wanted(schema, field)
        : field + " is unknown";
  }

  /** The schema's own words for the field. */
  private static String wanted(JsonSchema schema, String field) {
    String path =
        field
            .replaceAll("/[0-9]+", "/items")
            .replaceAll("/(?!items(/|$))([^/]+)", "/properties/$2");
    JsonNode property = schema.getSchemaNode().at(path);
    String example = property.path("examples").path(0).toString();
    return property.path("description").asText("as in the schema")
        + (example.isEmpty() ? "" : ", like " + example);
  }

  private static JsonSchema read(String template) {
    String file = "/schemas/mail/" + template + ".json";
    try (InputStream in = MailSchemas.class.getResourceAsStream(file)) {
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, config);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
