package com.offgridflow.console.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.File;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which beans, attributes and operations the console shows and lets be used. */
@QuarkusTest
@TestProfile(ConsoleProfile.class)
class ConsoleJmxTest extends ConsoleRequests {
  @Test
  void shouldListRoutesWithCounters() {
    String token = session();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                // the timer of the sample fires three times
                read(token, "console-sample", "ExchangesTotal").body("value", equalTo(3)));
  }

  @Test
  void shouldStopAndStartRoute() {
    String token = session();

    exec(token, route("console-sample"), "stop()").body("status", equalTo(200));
    read(token, "console-sample", "State").body("value", equalTo("Stopped"));
    exec(token, route("console-sample"), "start()").body("status", equalTo(200));
    read(token, "console-sample", "State").body("value", equalTo("Started"));
  }

  @Test
  void shouldSendToFrontDoor() {
    exec(
            session(),
            context(),
            "sendStringBody(java.lang.String, java.lang.String)",
            "direct:console-sample-door",
            "hello")
        .body("status", equalTo(200));
  }

  @Test
  void shouldNotWriteFilesBySending() {
    exec(
            session(),
            context(),
            "sendStringBody(java.lang.String, java.lang.String)",
            "file:target/console?fileName=written-by-console",
            "x")
        .body("status", equalTo(403))
        .body("error", containsString("direct:"));
    assertThat(new File("target/console/written-by-console")).doesNotExist();
  }

  @Test
  void shouldRefuseDangerousOperation() {
    exec(session(), "com.sun.management:type=DiagnosticCommand", "vmSystemProperties()")
        .body("status", equalTo(403))
        .body("value", equalTo(null));
  }

  @Test
  void shouldRefuseToChangeAttributes() {
    jmx(
            session(),
            Map.of(
                "type",
                "write",
                "mbean",
                route("console-sample"),
                "attribute",
                "Tracing",
                "value",
                true))
        .body("status", equalTo(403));
  }

  @Test
  void shouldNotShowSystemProperties() {
    jmx(session(), Map.of("type", "read", "mbean", "java.lang:type=Runtime"))
        .body("value", hasKey("Uptime"))
        .body("value.SystemProperties", containsString("forbidden"));
  }

  @Test
  void shouldListOnlyShownDomains() {
    jmx(session(), Map.of("type", "list"))
        .body("value", hasKey("org.apache.camel"))
        .body("value", not(hasKey("com.sun.management")));
  }

  private String context() {
    return "org.apache.camel:context=%s,type=context,name=\"%s\""
        .formatted(camel.getManagementName(), camel.getName());
  }

  private String route(String id) {
    return "org.apache.camel:context=%s,type=routes,name=\"%s\""
        .formatted(camel.getManagementName(), id);
  }

  private ValidatableResponse read(String token, String route, String attribute) {
    return jmx(token, Map.of("type", "read", "mbean", route(route), "attribute", attribute));
  }

  private static ValidatableResponse exec(
      String token, String mbean, String operation, Object... arguments) {
    return jmx(
        token,
        Map.of("type", "exec", "mbean", mbean, "operation", operation, "arguments", arguments));
  }
}
