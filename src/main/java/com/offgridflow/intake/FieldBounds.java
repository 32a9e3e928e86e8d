package com.offgridflow.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the schema asks of one field, as far as it can be told without the validator.
 *
 * @param types the types that it allows; empty when it says none
 * @param listed whether a text must be one that the validator has let pass before
 * @param known the texts that it has let pass
 */
record FieldBounds(
    Set<String> types,
    int shortest,
    int longest,
    BigDecimal least,
    BigDecimal most,
    boolean listed,
    Set<String> known) {
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "type",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "pattern",
          "enum",
          "description",
          "examples");
  private static final int MOST_KNOWN = 1000;

  static FieldBounds of(JsonNode property) {
    boolean understood =
        property.properties().stream().allMatch(word -> UNDERSTOOD.contains(word.getKey()));
    return new FieldBounds(
        understood ? types(property.path("type")) : Set.of(),
        property.path("minLength").asInt(0),
        property.path("maxLength").asInt(Integer.MAX_VALUE),
        number(property.path("minimum")),
        number(property.path("maximum")),
        property.has("pattern") || property.has("enum") || !understood,
        ConcurrentHashMap.newKeySet());
  }

  private static Set<String> types(JsonNode type) {
    Set<String> types = new HashSet<>();
    if (type.isTextual()) {
      types.add(type.textValue());
    }
    type.forEach(one -> types.add(one.textValue()));
    return Set.copyOf(types);
  }

  private static BigDecimal number(JsonNode bound) {
    return bound.isMissingNode() ? null : new BigDecimal(bound.asText());
  }

  /** True when the value surely fits; false when only the validator can tell. */
  boolean hold(Object value) {
    if (value instanceof String text) {
      return listed ? known.contains(text) : types.contains("string") && within(text);
    }
    if (value instanceof BigDecimal number) {
      return types.contains("number") && within(number);
    }
    return (value instanceof Long || value instanceof Integer)
        && (types.contains("number") || types.contains("integer"))
        && within(BigDecimal.valueOf(((Number) value).longValue()));
  }

  void learn(Object value) {
    if (listed && value instanceof String text && known.size() < MOST_KNOWN) {
      known.add(text);
    }
  }

  /** The schema counts code points, of which there are at most as many. */
  private boolean within(String text) {
    return text.length() <= longest && text.codePointCount(0, text.length()) >= shortest;
  }

  private boolean within(BigDecimal number) {
    return (least == null || least.compareTo(number) <= 0)
        && (most == null || most.compareTo(number) >= 0);
  }
}
