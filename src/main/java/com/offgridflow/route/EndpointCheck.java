package com.offgridflow.route;

import java.util.List;

/** Knows components and their options. */
@FunctionalInterface
public interface EndpointCheck {
  /** What is wrong with the endpoint, and what would have worked; empty when nothing is. */
  List<String> problems(EndpointUse endpoint);
}
