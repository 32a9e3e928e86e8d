package com.offgridflow.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A bean as a step or an expression names it.
 *
 * @param name of the bean, without {@code #}
 * @param method without its arguments; empty where Camel is to choose one
 */
public record BeanUse(String name, String method) {
  /** What a step says of a bean; empty when it names a class and no bean. */
  static Optional<BeanUse> of(JsonNode step) {
    String name = step.isTextual() ? step.asText() : step.path("ref").asText("");
    boolean known = !name.isEmpty() && !name.startsWith("#class:") && !name.contains("{{");
    return known
        ? Optional.of(new BeanUse(plain(name), withoutArguments(step.path("method").asText(""))))
        : Optional.empty();
  }

  private static String plain(String name) {
    return name.replaceFirst("^#(bean:)?", "");
  }

  private static String withoutArguments(String method) {
    int bracket = method.indexOf('(');
    return (bracket < 0 ? method : method.substring(0, bracket)).strip();
  }
}
