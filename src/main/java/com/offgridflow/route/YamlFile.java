package com.offgridflow.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file as a tree, together with the place in the text that each part of it came from. */
final class YamlFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final Map<String, Mark> marks = new HashMap<>();
  private final List<RouteProblem> problems = new ArrayList<>();
  private final JsonNode tree;

  YamlFile(String name, String text) {
    this.name = name;
    String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    this.tree = compose(marked).map(root -> convert(root, "")).orElse(null);
    if (tree == null && problems.isEmpty()) {
      problems.add(new RouteProblem(name, 1, 1, "the file is empty; it needs '- route:' or so"));
    }
  }

  /** The whole file; empty when it is no YAML, which {@link #problems} then says. */
  Optional<JsonNode> tree() {
    return Optional.ofNullable(tree);
  }

  /** What is wrong with the file as YAML. */
  List<RouteProblem> problems() {
    return problems;
  }

  /** A problem at the part that the JSON Pointer names, or at the nearest part around it. */
  RouteProblem at(String pointer, String message) {
    String known = pointer;
    while (!marks.containsKey(known) && !known.isEmpty()) {
      known = known.substring(0, known.lastIndexOf('/'));
    }
    Mark mark = marks.get(known);
    return new RouteProblem(name, mark.getLine() + 1, mark.getColumn() + 1, message);
  }

  private Optional<Node> compose(String text) {
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      int column = e.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
      problems.add(new RouteProblem(name, line, column, "no YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new RouteProblem(name, 1, 1, "no YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private JsonNode convert(Node node, String pointer) {
    if (node.isRecursive()) {
      problems.add(at(pointer, "an alias leads back to where it stands; write it out"));
      return JsonNodeFactory.instance.nullNode();
    }
    node.getStartMark().ifPresent(mark -> marks.putIfAbsent(pointer, mark));
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, pointer);
    }
    if (node instanceof SequenceNode sequence) {
      return sequence(sequence, pointer);
    }
    return scalar((ScalarNode) node);
  }

  private ObjectNode mapping(MappingNode mapping, String pointer) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode word)) {
        problems.add(
            at(pointer, "what begins with '{{' must stand in quotes, as '{{a.property}}'"));
        continue;
      }
      String key = word.getValue();
      String child = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
      boolean twice = object.has(key);
      entry.getKeyNode().getStartMark().ifPresent(mark -> marks.put(child, mark));
      if (twice) {
        problems.add(at(child, "'" + key + "' stands here for the second time; keep one"));
      }
      object.set(key, convert(entry.getValueNode(), child));
    }
    return object;
  }

  private ArrayNode sequence(SequenceNode sequence, String pointer) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node item : sequence.getValue()) {
      array.add(convert(item, pointer + "/" + array.size()));
    }
    return array;
  }

  private static JsonNode scalar(ScalarNode node) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    Tag tag = node.getTag();
    String text = node.getValue();
    if (tag.equals(Tag.BOOL)) {
      return json.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.NULL)) {
      return json.nullNode();
    }
    boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
    return number && text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")
        ? json.numberNode(new BigDecimal(text))
        : json.textNode(text);
  }
}
