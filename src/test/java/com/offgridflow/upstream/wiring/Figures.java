package com.offgridflow.upstream.wiring;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.stream.Stream;

/** Reads the hub's metrics as Prometheus does. */
public final class Figures {
  private Figures() {}

  /**
   * The sum of a metric's values.
   *
   * @param labels that a line must have, such as {@code provider="sts"}; others may be there
   */
  public static double sum(String metric, String... labels) {
    return lines()
        .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
        .filter(line -> Stream.of(labels).allMatch(line::contains))
        .mapToDouble(Figures::value)
        .sum();
  }

  /** Requests to an upstream that ended so. */
  public static double requests(String provider, String account, String outcome) {
    List<String> labels =
        List.of(
            "provider=\"" + provider + "\"",
            "account=\"" + account + "\"",
            "outcome=\"" + outcome + "\"");
    return sum("hub_upstream_requests_total", labels.toArray(String[]::new));
  }

  /** What stands behind the labels; an exemplar may follow. */
  private static double value(String line) {
    return Double.parseDouble(line.replaceFirst("^[^ {]+(\\{[^}]*})? ", "").split(" ")[0]);
  }

  private static Stream<String> lines() {
    return given().get("/q/metrics").asString().lines();
  }
}
