package com.offgridflow.route;

import java.util.Map;

/**
 * Routes that are there beside the files that are checked.
 *
 * @param ids where each route is from, by its id
 * @param served where each is from, by the endpoint {@code direct:} that it begins with
 */
public record OtherRoutes(Map<String, String> ids, Map<String, String> served) {
  public OtherRoutes {
    ids = Map.copyOf(ids);
    served = Map.copyOf(served);
  }

  /** No other routes. */
  public static OtherRoutes none() {
    return new OtherRoutes(Map.of(), Map.of());
  }
}
