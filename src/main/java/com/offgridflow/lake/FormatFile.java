package com.offgridflow.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.offgridflow.lake.BillingColumn.Need;
import com.offgridflow.lake.BillingColumn.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the declaration of a billing format. Of a rollup it is YAML in the leading comment, between
 * two lines {@code -- ---}; a format without a rollup is a YAML file of the same content. The file
 * is named as the format is. Rollups go to intake as they are unless {@code reader:} names another
 * route.
 */
public final class FormatFile {

  private static final String FENCE = "-- ---";
  private static final Set<String> KEYS = Set.of("type", "need", "headers", "pattern");
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String name;

  private FormatFile(String name) {
    this.name = name;
  }

  /**
   * @param name of the file, {@code oci-focus.sql} or {@code utility-csv.yaml}
   * @param shared what rollups may include
   * @throws IllegalArgumentException when it declares no format, or includes what is not there,
   *     naming the file and the place
   */
  public static BillingFormat read(String name, String text, SharedSql shared) {
    FormatFile file = new FormatFile(name);
    boolean sql = name.endsWith(".sql");
    String code = name.replaceAll("\\.(sql|yaml)$", "");
    JsonNode declared = file.declaration(sql ? file.leadingComment(text) : text);
    try {
      return new BillingFormat(
          code,
          file.columns(declared.path("columns")),
          sql ? Optional.of(shared.resolve(name, text)) : Optional.empty(),
          declared.path("reader").asText(sql ? "rollup" : code));
    } catch (IllegalArgumentException e) {
      throw file.bad(e.getMessage());
    }
  }

  private String leadingComment(String text) {
    List<String> lines = text.lines().toList();
    int end = lines.indexOf(FENCE) == 0 ? lines.subList(1, lines.size()).indexOf(FENCE) : -1;
    if (end < 0) {
      throw bad("it must begin with its columns as a comment between two lines '" + FENCE + "'");
    }
    return lines.subList(1, end + 1).stream()
        .map(line -> line.replaceFirst("^-- ?", ""))
        .collect(Collectors.joining("\n"));
  }

  private JsonNode declaration(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw bad("its declaration is not YAML: " + e.getMessage());
    }
  }

  private List<BillingColumn> columns(JsonNode declared) {
    if (!declared.isObject() || declared.isEmpty()) {
      throw bad("it needs 'columns:' with a line like 'ChargeCategory: {type: text, need: value}'");
    }
    List<BillingColumn> columns = new ArrayList<>();
    for (Map.Entry<String, JsonNode> column : declared.properties()) {
      columns.add(column(column.getKey(), column.getValue()));
    }
    return columns;
  }

  private BillingColumn column(String column, JsonNode declared) {
    for (Map.Entry<String, JsonNode> property : declared.properties()) {
      if (!KEYS.contains(property.getKey())) {
        throw bad("column %s has '%s', not one of %s", column, property.getKey(), KEYS);
      }
    }
    List<String> headers = new ArrayList<>();
    declared.path("headers").forEach(header -> headers.add(header.asText()));
    try {
      return new BillingColumn(
          column,
          word(Type.class, column, "type", declared),
          word(Need.class, column, "need", declared),
          headers.isEmpty() ? List.of(column) : headers,
          Optional.ofNullable(declared.path("pattern").textValue()));
    } catch (IllegalArgumentException e) {
      throw bad(e.getMessage());
    }
  }

  private <E extends Enum<E>> E word(Class<E> type, String column, String key, JsonNode declared) {
    String word = declared.path(key).asText("");
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(type, column, key, word));
  }

  private static <E extends Enum<E>> IllegalArgumentException unknown(
      Class<E> type, String column, String key, String word) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(FormatFile::word).toList();
    return new IllegalArgumentException(
        "column %s has %s '%s', not one of %s".formatted(column, key, word, words));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private IllegalArgumentException bad(String problem, Object... arguments) {
    String text = arguments.length == 0 ? problem : problem.formatted(arguments);
    return text.startsWith(name)
        ? new IllegalArgumentException(text)
        : new IllegalArgumentException(name + ": " + text);
  }
}
