package com.offgridflow.route.wiring;

import com.offgridflow.route.BeanUse;
import com.offgridflow.route.EndpointCheck;
import com.offgridflow.route.EndpointUse;
import com.offgridflow.route.OtherRoutes;
import com.offgridflow.route.StepCheck;
import com.offgridflow.route.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.Language;

/** Components, beans, expressions and routes as they are in this hub, for the check of routes. */
@ApplicationScoped
class RunningHub implements EndpointCheck, StepCheck {
  private static final String SERVICE = "META-INF/services/org/apache/camel/component/";

  private final CamelContext camel;
  private final BeanManager beans;
  private final EndpointOptions options;

  RunningHub(CamelContext camel, BeanManager beans) {
    this.camel = camel;
    this.beans = beans;
    this.options = new EndpointOptions(camel);
  }

  @Override
  public List<String> problems(EndpointUse endpoint) {
    String scheme = endpoint.scheme();
    if (scheme.contains("{{")) {
      return List.of();
    }
    if (scheme.isEmpty()
        || camel.getApplicationContextClassLoader().getResource(SERVICE + scheme) == null) {
      return List.of(
          "endpoint '%s': the hub has no component '%s'; an endpoint reads like 'direct:core-deliveries'"
              .formatted(endpoint.uri(), scheme));
    }
    return options.problems(endpoint);
  }

  @Override
  public List<String> bean(BeanUse use) {
    Object bean = camel.getRegistry().lookupByName(use.name());
    if (bean == null) {
      String message = "there is no bean '%s'; %s";
      return List.of(message.formatted(use.name(), Suggestion.among(names(), use.name())));
    }
    Set<String> methods =
        Arrays.stream(bean.getClass().getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .map(Method::getName)
            .filter(name -> !name.contains("_"))
            .collect(Collectors.toCollection(TreeSet::new));
    return use.method().isEmpty() || methods.contains(use.method())
        ? List.of()
        : List.of(
            "bean '%s' has no method '%s'; %s"
                .formatted(use.name(), use.method(), Suggestion.among(methods, use.method())));
  }

  private Set<String> names() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(jakarta.enterprise.inject.spi.Bean::getName)
        .filter(name -> name != null)
        .collect(Collectors.toSet());
  }

  @Override
  public List<String> simple(String text, boolean condition) {
    Language simple = camel.resolveLanguage("simple");
    try {
      Object parsed = condition ? simple.createPredicate(text) : simple.createExpression(text);
      return parsed == null ? List.of("the expression is empty") : List.of();
    } catch (RuntimeException e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      return List.of(
          "simple: %s; it reads like '${body}', '${header.count} > 5' or '${exchangeProperty.hubRun} != null'"
              .formatted(reason.lines().map(String::strip).collect(Collectors.joining(" "))));
    }
  }

  /** The routes that are there and are not of the file. */
  OtherRoutes except(Predicate<Route> ofTheFile) {
    Map<String, String> ids = new HashMap<>();
    Map<String, String> served = new HashMap<>();
    for (Route route : camel.getRoutes()) {
      if (!ofTheFile.test(route)) {
        String place = String.valueOf(route.getSourceLocation());
        ids.put(route.getRouteId(), place);
        String from = route.getEndpoint().getEndpointUri().replaceFirst("[?].*", "");
        served.put(from.replaceFirst("^direct://", "direct:"), place);
      }
    }
    return new OtherRoutes(ids, served);
  }
}
