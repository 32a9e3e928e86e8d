package com.offgridflow.route;

import java.util.Map;
import java.util.TreeMap;

/**
 * An endpoint as a route names it.
 *
 * @param uri as written, with or without a query
 * @param parameters written beside the URI, by name
 */
public record EndpointUse(String uri, Map<String, String> parameters) {
  public EndpointUse {
    parameters = Map.copyOf(parameters);
  }

  /** The component, such as {@code timer}; empty when the URI has none. */
  public String scheme() {
    int colon = uri.indexOf(':');
    return colon < 0 ? "" : uri.substring(0, colon);
  }

  /** All options by name, those of the query included, in alphabetical order. */
  public Map<String, String> options() {
    Map<String, String> options = new TreeMap<>(parameters);
    int query = uri.indexOf('?');
    if (query >= 0) {
      for (String option : uri.substring(query + 1).split("&")) {
        String[] sides = option.split("=", 2);
        options.put(sides[0], sides.length == 2 ? sides[1] : "");
      }
    }
    return options;
  }
}
