package com.offgridflow.route;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

/** Knows components and options from Camel's catalog, and the hub's own components by name. */
final class CatalogEndpoints implements EndpointCheck {
  private static final Set<String> OWN = Set.of("stripe");

  private final CamelCatalog catalog = new DefaultCamelCatalog(true);

  @Override
  public List<String> problems(EndpointUse endpoint) {
    String scheme = endpoint.scheme();
    if (OWN.contains(scheme)) {
      return List.of();
    }
    if (!catalog.findComponentNames().contains(scheme)) {
      return List.of(
          "component '"
              + scheme
              + "' is unknown; "
              + Suggestion.among(catalog.findComponentNames(), scheme));
    }
    return describe(endpoint, catalog.validateEndpointProperties(whole(endpoint)));
  }

  private List<String> describe(EndpointUse endpoint, EndpointValidationResult result) {
    List<String> problems = new ArrayList<>();
    if (result.isSuccess()) {
      return problems;
    }
    Set<String> unknown = result.getUnknown() == null ? Set.of() : result.getUnknown();
    for (String option : unknown) {
      problems.add(
          "option '%s' of '%s' is unknown; %s"
              .formatted(
                  option, endpoint.scheme(), Suggestion.among(options(endpoint.scheme()), option)));
    }
    if (problems.isEmpty()) {
      problems.add(result.summaryErrorMessage(false, false, false).strip());
    }
    return problems;
  }

  private List<String> options(String scheme) {
    return catalog.componentModel(scheme).getEndpointOptions().stream()
        .map(o -> o.getName())
        .toList();
  }

  private static String whole(EndpointUse endpoint) {
    int query = endpoint.uri().indexOf('?');
    String path = query < 0 ? endpoint.uri() : endpoint.uri().substring(0, query);
    String options =
        endpoint.options().entrySet().stream()
            .map(CatalogEndpoints::encode)
            .collect(Collectors.joining("&"));
    return options.isEmpty() ? path : path + "?" + options;
  }

  private static String encode(Map.Entry<String, String> option) {
    return option.getKey() + "=" + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8);
  }
}
