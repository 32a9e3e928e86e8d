package com.offgridflow.source.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/** The kinds of connections: those that there is a route for. */
@ApplicationScoped
class SourceKinds {
  private static final String ENTRY = "direct://source-";

  private final CamelContext camel;

  SourceKinds(CamelContext camel) {
    this.camel = camel;
  }

  Set<String> all() {
    return camel.getRoutes().stream()
        .map(route -> route.getEndpoint().getEndpointUri())
        .filter(uri -> uri.startsWith(ENTRY))
        .map(uri -> uri.substring(ENTRY.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
