package com.offgridflow.console;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;

/**
 * What the console may see and do over JMX: watch everything of Camel, memory and threads; start,
 * stop, suspend and resume routes; reset counters; send to a route's front door. Whatever is not
 * named here is refused: diagnostic commands, log levels and files, changes of attributes and of
 * routes, endpoints by free URI, and all that shows message bodies or resolved configuration.
 */
public final class ConsolePolicy {
  private static final Set<String> DOMAINS = Set.of("org.apache.camel", "java.lang", "java.nio");

  // command lines and system properties often carry passwords, global options may
  private static final Set<String> SECRETIVE =
      Set.of("SystemProperties", "InputArguments", "GlobalOptions");

  private static final Set<String> FRONT_DOORS = Set.of("direct", "seda");
  private static final Set<String> SENDS =
      Set.of("sendBody", "sendStringBody", "sendBodyAndHeaders");

  private static final Set<String> CONTEXT =
      Set.of(
          "suspend",
          "resume",
          "startAllRoutes",
          "reset",
          "componentNames",
          "languageNames",
          "dataFormatNames",
          "canSendToEndpoint",
          "dumpRoutesStatsAsXml",
          "dumpRouteStatsAsJSon",
          "dumpStepStatsAsXml",
          // with arguments these show property placeholders resolved
          "dumpRoutesAsXml()",
          "dumpRoutesAsYaml()",
          "dumpRestsAsXml()");
  private static final Set<String> ROUTES =
      Set.of(
          "start",
          "stop",
          "suspend",
          "resume",
          "restart",
          "reset",
          "processorIds",
          "dumpRouteStatsAsXml",
          "dumpRouteStatsAsJSon",
          "dumpStepStatsAsXml",
          "dumpRouteSourceLocationsAsXml",
          "dumpRouteAsXml()",
          "dumpRouteAsYaml()");
  private static final Map<String, Set<String>> CAMEL =
      Map.of(
          "context", CONTEXT,
          "routes", ROUTES,
          "processors", Set.of("reset", "dumpProcessorAsXml"),
          "services", Set.of("browse", "size", "endpointStatistics", "listRestServices"),
          "health", Set.of("details"));
  private static final Map<String, Set<String>> JVM =
      Map.of(
          "Memory", Set.of("gc"),
          "Threading", Set.of("dumpAllThreads", "getThreadInfo", "findDeadlockedThreads"));

  private ConsolePolicy() {}

  /** Whether the MBean is shown at all. */
  public static boolean shows(ObjectName mbean) {
    return DOMAINS.contains(mbean.getDomain());
  }

  /** Whether the attribute may be read. None may be written. */
  public static boolean mayRead(ObjectName mbean, String attribute) {
    return shows(mbean) && !SECRETIVE.contains(attribute);
  }

  /**
   * Whether the operation may be called with some arguments; for sends see also {@link #maySend}.
   *
   * @param operation its name, alone or with the types of its parameters: {@code reset(boolean)}
   */
  public static boolean mayCall(ObjectName mbean, String operation) {
    if (isSend(mbean, operation)) {
      return true;
    }
    String called = operation.replace(" ", "");
    Set<String> allowed = allowed(mbean);
    return allowed.contains(called) || allowed.contains(nameOf(called));
  }

  /** Whether the operation hands a message to an endpoint that its first argument names. */
  public static boolean isSend(ObjectName mbean, String operation) {
    return "org.apache.camel".equals(mbean.getDomain())
        && "context".equals(mbean.getKeyProperty("type"))
        && SENDS.contains(nameOf(operation.trim()));
  }

  /**
   * Whether a message may be sent there. A free choice of endpoint would write any file and call
   * any host: {@code file:/etc?fileName=passwd} is an endpoint too.
   *
   * @param arguments of the call, the endpoint's URI first
   */
  public static boolean maySend(List<?> arguments) {
    if (arguments == null || arguments.isEmpty()) {
      return false;
    }
    String uri = String.valueOf(arguments.get(0));
    return FRONT_DOORS.stream().anyMatch(scheme -> uri.startsWith(scheme + ":"));
  }

  private static Set<String> allowed(ObjectName mbean) {
    String type = mbean.getKeyProperty("type");
    Map<String, Set<String>> byType =
        switch (mbean.getDomain()) {
          case "org.apache.camel" -> CAMEL;
          case "java.lang" -> JVM;
          default -> Map.of();
        };
    return type == null ? Set.of() : byType.getOrDefault(type, Set.of());
  }

  private static String nameOf(String operation) {
    int parameters = operation.indexOf('(');
    return parameters < 0 ? operation : operation.substring(0, parameters);
  }
}
