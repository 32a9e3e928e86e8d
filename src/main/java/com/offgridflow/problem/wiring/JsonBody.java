package com.offgridflow.problem.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a request that is a flat JSON object of texts, numbers and truth values. */
public final class JsonBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonBody() {}

  /**
   * Its fields as texts; no body is an object without fields.
   *
   * @throws ProblemException when it is no such object
   */
  public static Map<String, String> texts(byte[] body) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (body == null || body.length == 0) {
      return texts;
    }
    for (Map.Entry<String, JsonNode> field : object(body).properties()) {
      if (!field.getValue().isValueNode()) {
        throw malformed("/" + field.getKey(), "a text, not " + field.getValue().getNodeType());
      }
      texts.put(field.getKey(), field.getValue().isNull() ? "" : field.getValue().asText());
    }
    return texts;
  }

  private static JsonNode object(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree.isObject()) {
        return tree;
      }
      throw malformed("", "a JSON object such as {\"reason\": \"...\"}");
    } catch (IOException e) {
      throw malformed("", "JSON: " + e.getMessage());
    }
  }

  private static ProblemException malformed(String field, String hint) {
    return new ProblemException(
        Problem.invalid("the body cannot be read", List.of(new Fault(field, "", hint))));
  }
}
