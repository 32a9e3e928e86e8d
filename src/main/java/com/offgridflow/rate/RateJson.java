package com.offgridflow.rate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads exchange rates from an array of objects {@code {"currency": "USD", "day": "2024-05-03",
 * "per_euro": "1.0765"}}.
 */
public final class RateJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private RateJson() {}

  /** What a rate is of. */
  private record Key(String currency, LocalDate day) {}

  /**
   * @param name of the document, for messages
   * @throws RateFormatException naming the rate's place in the array, field and value
   */
  public static List<ExchangeRate> read(String name, Reader reader) {
    List<ExchangeRate> rates = new ArrayList<>();
    Set<Key> keys = new HashSet<>();
    for (JsonNode node : array(name, reader)) {
      String at = name + " /" + rates.size();
      ExchangeRate rate = rate(at, node);
      if (!keys.add(new Key(rate.currency(), rate.day()))) {
        throw new RateFormatException(
            at + ": " + rate.currency() + " on " + rate.day() + " occurs twice");
      }
      rates.add(rate);
    }
    return rates;
  }

  private static JsonNode array(String name, Reader reader) {
    try {
      JsonNode tree = JSON.readTree(reader);
      if (tree.isArray() && !tree.isEmpty()) {
        return tree;
      }
    } catch (IOException e) {
      throw new RateFormatException(name + " is no JSON: " + e.getMessage());
    }
    throw new RateFormatException(
        name
            + " should be an array such as"
            + " [{\"currency\": \"USD\", \"day\": \"2024-05-03\", \"per_euro\": \"1.0765\"}]");
  }

  private static ExchangeRate rate(String at, JsonNode node) {
    String perEuro = text(node, "per_euro");
    try {
      return ExchangeRate.of(text(node, "currency"), day(at, text(node, "day")), perEuro);
    } catch (NumberFormatException e) {
      throw new RateFormatException(
          at + "/per_euro: '" + perEuro + "' should be a number such as 1.0765");
    } catch (IllegalArgumentException e) {
      throw new RateFormatException(at + ": " + e.getMessage());
    }
  }

  private static LocalDate day(String at, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new RateFormatException(at + "/day: '" + text + "' should be a day such as 2024-12-31");
    }
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("").strip();
  }
}
