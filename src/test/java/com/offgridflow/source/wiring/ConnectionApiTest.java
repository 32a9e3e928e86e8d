package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.ConnectionCalls.body;
import static com.offgridflow.source.wiring.ConnectionCalls.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.offgridflow.tenant.wiring.KeylessHub;
import com.offgridflow.tenant.wiring.SealedCredentials;
import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeping connections: what is shown, what stays, what goes. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class ConnectionApiTest {
  private static final Map<String, String> BUCKET =
      Map.of("location", "s3://acme-billing/exports", "region", "eu-central-1");
  private static final Map<String, String> KEYS =
      Map.of("access_key_id", "AKIAIOSFODNN7EXAMPLE", "secret_access_key", "not-to-be-seen");

  @Inject ConnectionCalls calls;
  @Inject Sandbox sandbox;
  @Inject CamelContext camel;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  private static Map<String, Object> bucket() {
    return body("aws-cur", BUCKET, KEYS);
  }

  @Test
  void shouldKeepConnectionsAndShowThemWithoutTheirSecrets() {
    calls
        .put(tenant, "aws", bucket())
        .statusCode(200)
        .body("kind", is("aws-cur"))
        .body("toString()", not(containsString("not-to-be-seen")));
    calls.put(tenant, "focus", body("focus", BUCKET, null)).statusCode(200);

    calls
        .get(tenant, "")
        .statusCode(200)
        .body("connection", contains("aws", "focus"))
        .body("[0].settings.location", is("s3://acme-billing/exports"))
        .body("[0].has_secret", is(true))
        .body("[0].secret_set", notNullValue())
        .body("[0].time_zone", is("UTC"))
        .body("[0].cron", nullValue())
        .body("[0].enabled", is(true))
        .body("[1].has_secret", is(false))
        .body("[1].secret_set", nullValue())
        .body("toString()", not(containsString("not-to-be-seen")))
        .body("toString()", not(containsString("AKIAIOSFODNN7EXAMPLE")));
  }

  @Test
  void shouldEncryptSecretsInTheDatabase() {
    calls.put(tenant, "aws", bucket()).statusCode(200);

    byte[] stored =
        sandbox
            .owner()
            .queryForObject(
                "select secret from connection where tenant_id = ?", byte[].class, tenant);
    assertThat(new String(stored)).doesNotContain("not-to-be");
  }

  @Test
  void shouldKeepASecretThatIsNotSentAgainAndRemoveAnEmptyOne() {
    calls.put(tenant, "aws", bucket());

    calls.put(tenant, "aws", body("aws-cur", BUCKET, null)).body("has_secret", is(true));
    calls.put(tenant, "aws", with(bucket(), "secret", null)).body("has_secret", is(true));
    calls
        .put(tenant, "aws", body("aws-cur", BUCKET, Map.of()))
        .body("has_secret", is(false))
        .body("secret_set", nullValue());
  }

  @Test
  void shouldNotCarryASecretOverToAnotherWayOfReading() {
    Map<String, String> container = Map.of("location", "azure://acmebilling/costs/exports");
    calls.put(tenant, "bills", body("files", BUCKET, KEYS)).statusCode(200);

    calls
        .put(tenant, "bills", body("files", container, null))
        .statusCode(400)
        .body("errors.field", contains("/secret"))
        .body(
            "errors[0].message",
            is("files there needs client_id and client_secret, or sas_token, or account_key"));
    calls.get(tenant, "/bills").body("has_secret", is(true));
  }

  @Test
  void shouldReplaceWhatIsNotSentByWhatIsUsual() {
    Map<String, Object> nightly = with(bucket(), "cron", "0 30 3 * * ?");
    calls
        .put(tenant, "aws", with(with(nightly, "time_zone", "Europe/Berlin"), "enabled", false))
        .body("cron", is("0 30 3 * * ?"))
        .body("time_zone", is("Europe/Berlin"))
        .body("enabled", is(false));

    calls
        .put(tenant, "aws", body("utility-csv", Map.of("location", "s3://other"), null))
        .body("kind", is("utility-csv"))
        .body("settings.region", nullValue())
        .body("cron", nullValue())
        .body("time_zone", is("UTC"))
        .body("enabled", is(true));
  }

  @Test
  void shouldNotShowTheConnectionsOfAnotherTenant() {
    calls.put(tenant, "aws", bucket()).statusCode(200);
    String other = sandbox.tenant();

    calls.get(other, "").body("$", hasSize(0));
    calls.get(other, "/aws").statusCode(404);
    calls.delete(other, "aws").statusCode(404);
    calls.post(other, "/aws/sync").statusCode(404);
    calls.put("no-such", "aws", bucket()).statusCode(404);
    calls.get(tenant, "/aws").statusCode(200);
    given().get("/api/v1/tenants/" + tenant + "/connections").then().statusCode(401);
  }

  @Test
  void shouldForgetThatCredentialsWereRefusedWhenTheyAreChanged() {
    calls.put(tenant, "aws", bucket());
    refuse();
    calls
        .put(tenant, "aws", with(body("aws-cur", BUCKET, null), "cron", "0 0 4 * * ?"))
        .body("credential_problem", is("refused"));

    calls.put(tenant, "aws", bucket()).body("credential_problem", nullValue());
    refuse();
    calls
        .put(tenant, "aws", body("aws-cur", Map.of("location", "s3://other"), null))
        .body("credential_problem", nullValue())
        .body("credential_refused", nullValue());
  }

  private void refuse() {
    sandbox
        .owner()
        .update(
            "update connection set credential_problem = 'refused', credential_refused_at = now() where tenant_id = ?",
            tenant);
  }

  @Test
  void shouldSayThatSecretsNeedAKey() {
    QuarkusMock.installMockForType(KeylessHub.credentials(), SealedCredentials.class);

    calls
        .put(tenant, "aws", bucket())
        .statusCode(503)
        .contentType("application/problem+json")
        .body("detail", containsString("HUB_SECRET_KEY: 64 hex digits"))
        .body("toString()", not(containsString("not-to-be-seen")));
    calls.get(tenant, "/aws").statusCode(404);
  }

  @Test
  void shouldKnowTheKindOfARouteThatWasAdded() throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:source-own-meter").routeId("source-own-meter").to("direct:intake");
          }
        });
    try {
      calls
          .put(tenant, "meter", body("own-meter", Map.of("gateway", "7"), Map.of("pin", "1234")))
          .statusCode(200)
          .body("settings.gateway", is("7"))
          .body("has_secret", is(true));
    } finally {
      camel.getRouteController().stopRoute("source-own-meter");
      camel.removeRoute("source-own-meter");
    }
  }
}
