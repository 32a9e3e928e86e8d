package com.offgridflow.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The frameworks that ship with the hub: {@code schemas/frameworks/<id>.yaml}, valid against {@code
 * schemas/framework-1.json}, their elements listed in {@code schemas/concepts/}.
 */
public final class Frameworks {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(text("schemas/framework-1.json"));

  /** A class path cannot be listed, so the files are. */
  private static final List<String> IDS =
      text("schemas/frameworks/index.txt").lines().sorted().toList();

  private Frameworks() {}

  /** The ids of all that there are, in alphabetical order. */
  public static List<String> ids() {
    return IDS;
  }

  /** All that there are. */
  public static List<Framework> all() {
    return ids().stream().map(Frameworks::load).toList();
  }

  /**
   * The framework of this id, such as {@code esrs-2023}.
   *
   * @throws IllegalArgumentException when there is none, or its file is not valid
   */
  public static Framework load(String id) {
    if (!id.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("framework id must be like esrs-2023, not '" + id + "'");
    }
    return parse("schemas/frameworks/" + id + ".yaml", text("schemas/frameworks/" + id + ".yaml"));
  }

  /** The framework that a YAML document states; {@code name} stands for it in messages. */
  static Framework parse(String name, String yaml) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      requireValid(tree);
      Framework framework = new FrameworkReader(tree).framework();
      if (tree.has("taxonomy")) {
        requireConcepts(framework, "schemas/" + tree.at("/taxonomy/concepts").textValue());
      }
      return framework;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static void requireConcepts(Framework framework, String list) {
    Concepts concepts = new Concepts(list, text(list).lines().toList());
    framework.dataPoints().forEach(concepts::require);
  }

  private static void requireValid(JsonNode tree) {
    String faults =
        SCHEMA.validate(tree).stream()
            .map(ValidationMessage::getMessage)
            .sorted()
            .collect(Collectors.joining("; "));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("not valid by schemas/framework-1.json: " + faults);
    }
  }

  private static String text(String resource) {
    try (InputStream stream = Frameworks.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
