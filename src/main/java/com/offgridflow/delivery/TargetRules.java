package com.offgridflow.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What settings and credentials of a target have to look like. */
public final class TargetRules {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+");

  /** What a setting must match, and how to say it. */
  private record Rule(Pattern pattern, String wanted) {}

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          rule("bucket", "[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]", "a bucket's name, like acme-reports"),
          rule("region", "[a-z0-9-]{2,30}", "a region, like eu-central-1"),
          rule("account", "[a-z0-9]{3,24}", "a storage account's name, like acmereports"),
          rule("container", "[a-z0-9][a-z0-9-]{2,62}", "a container's name, like reports"),
          rule("endpoint", "https?://[A-Za-z0-9.:/_-]+", "a URL, like https://s3.example.com"),
          rule("host", "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?", "a host's name"),
          rule("port", "[1-9][0-9]{0,4}", "a port, like 22"),
          rule("user", "[A-Za-z0-9._-]{1,64}", "a user's name of letters, digits and ._-"),
          rule("directory", "(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+", "a directory, like /srv/reports"),
          rule(
              "host_key",
              "(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)) [A-Za-z0-9+/]+=*",
              "the server's key as ssh-keyscan prints it after the host, like ssh-ed25519 AAAA..."),
          rule("url", "https?://[^\\s#]+", "a URL, like https://example.com/hooks/reports"));

  private TargetRules() {}

  /**
   * A fault in a target.
   *
   * @param field the setting, or {@code secret}
   * @param value what it says; never of a secret
   * @param message what would have worked
   */
  public record Fault(String field, String value, String message) {}

  /** The faults of settings. */
  public static List<Fault> check(TargetKind kind, Map<String, String> settings) {
    List<Fault> faults = new ArrayList<>();
    for (String name : kind.required()) {
      if (!settings.containsKey(name)) {
        faults.add(new Fault("/settings/" + name, "", "is needed for " + kind.id()));
      }
    }
    settings.forEach((name, value) -> check(kind, name, value, faults));
    return faults;
  }

  private static void check(TargetKind kind, String name, String value, List<Fault> faults) {
    Set<String> known = new TreeSet<>(kind.required());
    known.addAll(kind.optional());
    if (!known.contains(name)) {
      faults.add(
          new Fault("/settings/" + name, value, "is unknown; " + kind.id() + " has " + known));
    } else if (kind == TargetKind.EMAIL) {
      addresses(name, value, faults);
    } else if (!RULES.get(name).pattern().matcher(value).matches()) {
      faults.add(new Fault("/settings/" + name, value, "should be " + RULES.get(name).wanted()));
    }
  }

  private static void addresses(String name, String value, List<Fault> faults) {
    for (String address : value.split(",", -1)) {
      if (!ADDRESS.matcher(address.strip()).matches()) {
        faults.add(
            new Fault(
                "/settings/" + name,
                address,
                "should be addresses with commas, like ann@example.com"));
      }
    }
  }

  /** The faults of credentials, which are named by their names alone. */
  public static List<Fault> checkSecret(TargetKind kind, Set<String> names) {
    boolean fits = kind.secrets().isEmpty() ? names.isEmpty() : kind.secrets().contains(names);
    return fits
        ? List.of()
        : List.of(
            new Fault(
                "/secret", new TreeSet<>(names).toString(), kind.id() + " needs " + wanted(kind)));
  }

  private static String wanted(TargetKind kind) {
    List<String> ways =
        kind.secrets().stream().map(names -> String.join(" and ", new TreeSet<>(names))).toList();
    return ways.isEmpty() ? "no secret" : String.join(", or ", ways);
  }

  private static Map.Entry<String, Rule> rule(String name, String pattern, String wanted) {
    return Map.entry(name, new Rule(Pattern.compile(pattern), wanted));
  }
}
