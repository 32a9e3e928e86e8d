package com.offgridflow.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What settings and credentials of a connection have to look like, as far as a name tells. */
public final class ConnectionRules {
  private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** What a setting must match, and how to say it. */
  private record Rule(Pattern pattern, String wanted) {
    static Rule of(String pattern, String wanted) {
      return new Rule(Pattern.compile(pattern), wanted);
    }
  }

  /** Of these, regions and directories become part of the address that is called. */
  private static final Map<String, Rule> RULES =
      Map.of(
          "region", Rule.of("[a-z0-9-]{2,30}", "a region, like eu-central-1"),
          "tenant_id", Rule.of("[A-Za-z0-9.-]{1,253}", "the directory's id or domain"),
          "dataset",
              Rule.of(
                  "(?i)ActualCost|AmortizedCost|FocusCost",
                  "ActualCost, AmortizedCost or FocusCost"),
          "lake.user", Rule.of("[A-Za-z0-9._@-]{1,64}", "a user's name of letters, digits, ._@-"));

  /** S3's bucket naming rules (Amazon S3 User Guide, "General purpose bucket naming rules"). */
  private static final Rule S3_LOCATION =
      Rule.of(
          "s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?",
          "like s3://acme-billing/exports, the bucket's name of 3 to 63 a-z, 0-9, hyphens, dots");

  /** Of BigQuery a location is a place of Google's. */
  private static final Rule GOOGLE_LOCATION =
      Rule.of("[A-Za-z0-9-]{2,40}", "where the dataset is, like EU or europe-west3");

  private ConnectionRules() {}

  /**
   * A fault in a connection.
   *
   * @param field JSON pointer to the setting, or to the secret
   * @param value what it says; never of a secret
   * @param message what would have worked
   */
  public record Fault(String field, String value, String message) {}

  /** The faults of settings. */
  public static List<Fault> check(String kind, Map<String, String> settings) {
    ConnectionWay way = ConnectionWay.of(kind, settings);
    List<Fault> faults = new ArrayList<>();
    way.required().stream()
        .filter(name -> settings.getOrDefault(name, "").isBlank())
        .forEach(name -> faults.add(new Fault("/settings/" + name, "", "is needed for " + kind)));
    settings.forEach((name, value) -> check(kind, way, name, value, faults));
    return faults;
  }

  private static void check(
      String kind, ConnectionWay way, String name, String value, List<Fault> faults) {
    String field = "/settings/" + name;
    if (way != ConnectionWay.OWN && !way.settings().contains(name)) {
      // whatever it says may be meant to be secret
      faults.add(
          new Fault(field, name, "is unknown; " + kind + " has " + way.settings() + " here"));
    } else if (USER_INFO.matcher(value).find()) {
      faults.add(new Fault(field, OutgoingUrl.shown(value), "should have no user or password"));
    } else if (CONTROL.matcher(name + value).find()) {
      faults.add(new Fault(field, value, "should have no control characters"));
    } else if (rule(way, name) != null && !rule(way, name).pattern().matcher(value).matches()) {
      faults.add(new Fault(field, value, "should be " + rule(way, name).wanted()));
    }
  }

  private static Rule rule(ConnectionWay way, String name) {
    if (name.equals("location") && way == ConnectionWay.S3) {
      return S3_LOCATION;
    }
    boolean google = name.equals("location") && way == ConnectionWay.BIGQUERY;
    return google ? GOOGLE_LOCATION : RULES.get(name);
  }

  /** The faults of credentials, which are named by their names alone. */
  public static List<Fault> checkSecret(
      String kind, Map<String, String> settings, Set<String> names) {
    List<Credentials> ways = ConnectionWay.of(kind, settings).credentials();
    if (ways.isEmpty() || ways.stream().anyMatch(way -> way.fits(names))) {
      return List.of();
    }
    String wanted = ways.stream().map(Credentials::toString).collect(Collectors.joining(", or "));
    String message = kind + " there needs " + wanted;
    return List.of(new Fault("/secret", new TreeSet<>(names).toString(), message));
  }
}
