package com.offgridflow.route;

import java.util.List;

/** Knows components and their options. */
@FunctionalInterface
public interface EndpointCheck {
  /** What is wrong with the endpoint, and what would have worked; empty when nothing is. */
  List<String> problems(EndpointUse endpoint);

  /** Knows the components on the class path by name, and nothing of their options. */
  static EndpointCheck ofClassPath() {
    return endpoint -> {
      String service = "META-INF/services/org/apache/camel/component/" + endpoint.scheme();
      boolean known =
          !endpoint.scheme().isEmpty()
              && Thread.currentThread().getContextClassLoader().getResource(service) != null;
      return known || endpoint.scheme().contains("{{")
          ? List.of()
          : List.of(
              "endpoint '"
                  + endpoint.uri()
                  + "': no component '"
                  + endpoint.scheme()
                  + "' is part of the hub; an endpoint reads like 'direct:core-estimate'");
    };
  }
}
