package com.offgridflow.delivery.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryTargetApiTest {
  private static final Map<String, String> SETTINGS =
      Map.of("bucket", "acme-reports", "region", "eu-central-1");
  private static final Map<String, String> SECRET =
      Map.of("access_key_id", "AKIA", "secret_access_key", "not-to-be-seen");

  @Inject Deliveries deliveries;
  @Inject Sandbox sandbox;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = deliveries.tenant();
  }

  private static Map<String, Object> target() {
    Map<String, Object> target = new HashMap<>();
    target.put("kind", "s3");
    target.put("renderings", List.of("pdf"));
    target.put("settings", SETTINGS);
    target.put("secret", SECRET);
    return target;
  }

  private static Map<String, Object> with(String field, Object value) {
    Map<String, Object> target = target();
    target.put(field, value);
    return target;
  }

  @Test
  void shouldKeepTargetsAndShowThemWithoutTheirSecrets() {
    deliveries.put(tenant, "bucket", target()).statusCode(200);

    deliveries
        .get(tenant, "")
        .statusCode(200)
        .body("id", contains("bucket"))
        .body("[0].settings.bucket", equalTo("acme-reports"))
        .body("[0].names", equalTo("{tenant}-{framework}-{start}-{last}-{report}{suffix}"))
        .body("toString()", not(containsString("not-to-be-seen")));
  }

  @Test
  void shouldEncryptSecretsInTheDatabase() {
    deliveries.put(tenant, "bucket", target()).statusCode(200);

    byte[] stored =
        sandbox
            .owner()
            .queryForObject(
                "select secret from delivery_target where tenant_id = ?", byte[].class, tenant);
    assertThat(new String(stored)).doesNotContain("not-to-be");
  }

  @Test
  void shouldKeepASecretThatIsNotSentAgain() {
    deliveries.put(tenant, "bucket", target()).statusCode(200);
    Map<String, Object> same = target();
    same.remove("secret");

    deliveries.put(tenant, "bucket", same).statusCode(200);
    deliveries
        .put(tenant, "other", same)
        .statusCode(400)
        .body("errors.field", hasItem("/secret"))
        .body("errors.message", hasItem("s3 needs access_key_id and secret_access_key"));
  }

  @Test
  void shouldNameEachFieldAtFault() {
    Map<String, Object> wrong = with("settings", Map.of("bucket", "A", "colour", "red"));
    wrong.put("renderings", List.of("pdf", "word"));
    wrong.put("names", "../{report}{suffix}");

    deliveries
        .put(tenant, "bucket", wrong)
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "errors.field",
            containsInAnyOrder(
                "/settings/bucket",
                "/settings/colour",
                "/settings/region",
                "/renderings",
                "/names"));
  }

  @Test
  void shouldRefuseWhatItDoesNotKnow() {
    deliveries
        .put(tenant, "x", with("kind", "fax"))
        .statusCode(400)
        .body("errors[0].message", containsString("email, directory, s3"));
    deliveries.put(tenant, "x", with("colour", "red")).statusCode(400);
    deliveries
        .put(tenant, "x", with("plan", "no-such"))
        .statusCode(400)
        .body("errors[0].field", equalTo("/plan"));
    deliveries.put(tenant, "recipients", target()).statusCode(400);
    deliveries.put("no-such", "x", target()).statusCode(404);
    deliveries.get(tenant, "/none").statusCode(404);
    deliveries.delete(tenant, "/none").statusCode(404);
    deliveries.post(tenant, "/none/deliveries").statusCode(404);
  }

  @Test
  void shouldRefuseSigningSecretsThatAreTooShort() {
    Map<String, Object> hook = with("kind", "webhook");
    hook.put("settings", Map.of("url", "https://example.com/hook"));
    hook.put("secret", Map.of("signing_secret", "whsec_c2hvcnQ="));

    deliveries
        .put(tenant, "hook", hook)
        .statusCode(400)
        .body("errors[0].field", equalTo("/secret/signing_secret"))
        .body("errors[0].value", equalTo(""));
  }

  @Test
  void shouldNotShowTheTargetsOfAnotherTenant() {
    deliveries.put(tenant, "bucket", target()).statusCode(200);
    String other = deliveries.tenant();

    deliveries.get(other, "").body("$", hasSize(0));
    deliveries.delete(other, "/bucket").statusCode(404);
    given().get("/api/v1/tenants/" + tenant + "/delivery-targets").then().statusCode(401);
  }

  @Test
  void shouldDeliverNothingToATargetThatIsOffOrGone() {
    deliveries.put(tenant, "off", with("enabled", false)).statusCode(200);
    deliveries.put(tenant, "gone", target()).statusCode(200);
    deliveries.delete(tenant, "/gone").statusCode(204);

    deliveries.report(tenant);

    assertThat(sandbox.count(tenant, "select count(*) from job where kind = 'deliver-s3'"))
        .isZero();
  }

  @Test
  void shouldSayThatThereIsNoReportToDeliver() {
    deliveries.put(tenant, "bucket", target()).statusCode(200);

    deliveries.post(tenant, "/bucket/deliveries").statusCode(404);
  }
}
