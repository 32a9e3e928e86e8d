package com.offgridflow.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The project's own rules on routes, each a method that tells what is wrong. */
final class HouseRules {
  private static final Pattern OWNER =
      Pattern.compile("\\bowner:?\\s+\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER_INFO = Pattern.compile("//[^/?@]*:[^/?@]*@");
  private static final Pattern BODY =
      Pattern.compile("\\$\\{(in\\.|out\\.)?(body|mandatoryBody|prettyBody|exchange\\b)[^}]*}");
  private static final Set<String> SECRETS =
      Set.of(
          "password",
          "passphrase",
          "secret",
          "secretkey",
          "accesskey",
          "token",
          "apikey",
          "connectionstring",
          "accountkey",
          "signature",
          "sig");
  private static final Set<String> PRINTS_BODY = Set.of("showBody", "showAll", "showAllProperties");

  private HouseRules() {}

  /** A route is found by its name: the id begins with folder and file. */
  static List<String> id(String id, String expected) {
    if (id.isEmpty()) {
      return List.of("a route needs an id; here it would be '" + expected + "'");
    }
    return id.equals(expected) || id.startsWith(expected + "-")
        ? List.of()
        : List.of(
            "id '"
                + id
                + "' must be '"
                + expected
                + "', or begin with '"
                + expected
                + "-', as file and folder are named");
  }

  /** At night somebody must know whom to call. */
  static List<String> description(String description) {
    return OWNER.matcher(description).find()
        ? List.of()
        : List.of(
            "a description must say what the route does and name its owner,"
                + " such as 'Reads cost reports from S3. Owner: integration team'");
  }

  /** URIs stand in logs, in JMX and in the console. */
  static List<String> secrets(EndpointUse endpoint) {
    List<String> problems = new ArrayList<>();
    if (USER_INFO.matcher(endpoint.uri()).find()) {
      problems.add("a password stands in the URI; let a bean make the client and name it '#bean'");
    }
    for (Map.Entry<String, String> option : endpoint.options().entrySet()) {
      if (isSecret(option.getKey()) && !option.getValue().startsWith("#")) {
        problems.add(
            "option '"
                + option.getKey()
                + "' is a secret, which must not stand in an endpoint;"
                + " let a bean make the client and name it '#bean'");
      }
    }
    return problems;
  }

  /** Bodies are the tenants' data. */
  static List<String> logMessage(String message) {
    return BODY.matcher(message).find()
        ? List.of(
            "the log must not show bodies; log a key or a count instead, such as '${header.count}'")
        : List.of();
  }

  /** Bodies are the tenants' data, and a log endpoint shows them unless told otherwise. */
  static List<String> logEndpoint(EndpointUse endpoint) {
    if (!endpoint.scheme().equals("log")) {
      return List.of();
    }
    Map<String, String> options = endpoint.options();
    boolean hidden = "false".equals(options.get("showBody"));
    boolean all = PRINTS_BODY.stream().anyMatch(name -> "true".equals(options.get(name)));
    return hidden && !all
        ? List.of()
        : List.of(
            "the log must not show bodies; set showBody=false, and neither showAll nor showAllProperties");
  }

  private static boolean isSecret(String option) {
    String name = option.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    return SECRETS.stream().anyMatch(name::endsWith);
  }
}
