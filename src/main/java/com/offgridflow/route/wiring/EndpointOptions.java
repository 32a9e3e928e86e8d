package com.offgridflow.route.wiring;

import com.offgridflow.route.EndpointUse;
import com.offgridflow.route.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;

/** The options of endpoints and their types, as the components themselves declare them. */
final class EndpointOptions {
  /** What only the running route can tell. */
  private static final Pattern LATER = Pattern.compile("(?s)#.+|.*(\\{\\{|\\$\\{|RAW[({]).*");

  /** Camel takes any other word for no time at all. */
  private static final Pattern NUMBER_OR_TIME =
      Pattern.compile(
          "-?[0-9]+|([0-9]+ *(ms|millis|s|m|h|d|(milli)?seconds?|minutes?|hours?|days?))+|P.+");

  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private final CamelContext camel;

  EndpointOptions(CamelContext camel) {
    this.camel = camel;
  }

  /** What is wrong with the options of an endpoint, of a component that there is. */
  List<String> problems(EndpointUse endpoint) {
    String scheme = endpoint.scheme();
    EndpointUriFactory factory = camel.getCamelContextExtension().getEndpointUriFactory(scheme);
    if (factory == null || factory.isLenientProperties()) {
      return List.of();
    }
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> option : endpoint.options().entrySet()) {
      String name = option.getKey();
      if (factory.propertyNames().contains(name)) {
        wrong(scheme, name, option.getValue())
            .map(("option '" + name + "' of '" + scheme + "' takes ")::concat)
            .ifPresent(problems::add);
      } else if (factory.multiValuePrefixes().stream().noneMatch(name::startsWith)) {
        String message = "option '%s' of '%s' is unknown; %s";
        String suggestion = Suggestion.among(factory.propertyNames(), name);
        problems.add(message.formatted(name, scheme, suggestion));
      }
    }
    return problems;
  }

  private Optional<String> wrong(String scheme, String name, String value) {
    Class<?> type = LATER.matcher(value).matches() ? null : type(scheme, name);
    boolean truth = type == boolean.class || type == Boolean.class;
    if (truth && !value.equals("true") && !value.equals("false")) {
      return Optional.of("true or false, not '" + value + "'");
    }
    return type != null && NUMBERS.contains(type) && !NUMBER_OR_TIME.matcher(value).matches()
        ? Optional.of("a whole number or a time such as 500 or 30s, not '" + value + "'")
        : Optional.empty();
  }

  private Class<?> type(String scheme, String name) {
    PropertyConfigurer configurer =
        PluginHelper.getConfigurerResolver(camel)
            .resolvePropertyConfigurer(scheme + "-endpoint-configurer", camel);
    return configurer instanceof PropertyConfigurerGetter getter
        ? getter.getOptionType(name, true)
        : null;
  }
}
