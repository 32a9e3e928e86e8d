package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.ConnectionCalls.body;
import static com.offgridflow.source.wiring.ConnectionCalls.with;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused when a connection is entered, so that no night is lost over it. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class ConnectionFaultsTest {
  private static final String SECRET = "not-to-be-seen";
  private static final Map<String, String> CLIENT =
      Map.of("client_id", "c", "client_secret", SECRET);
  private static final Map<String, Object> BUCKET =
      body("aws-cur", Map.of("location", "s3://acme-billing"), null);

  /** Settings of each way of reading that are right, and the secret that goes with them. */
  private static final Map<String, Map<String, String>> RIGHT =
      Map.of(
          "aws-cur", Map.of("location", "s3://acme-billing/exports"),
          "azure-cost", Map.of("location", "azure://acmebilling/costs/exports"),
          "utility-csv", Map.of("location", "/"),
          "aws-cost-explorer", Map.of(),
          "azure-query", Map.of("subscriptions", "5f3c1e7a-0000-4000-8000-000000000001"),
          "gcp-billing", Map.of("tables", "acme-billing.billing.export"),
          "trino",
              Map.of(
                  "lake.jdbc-url", "jdbc:trino://localhost:8443",
                  "lake.table", "hive.billing.cur2",
                  "lake.format", "aws-cur-2"));

  @Inject ConnectionCalls calls;
  @Inject Sandbox sandbox;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  private ValidatableResponse refused(Object body) {
    ValidatableResponse answer =
        calls
            .put(tenant, "bills", body)
            .statusCode(400)
            .contentType("application/problem+json")
            .body("toString()", not(containsString(SECRET)));
    calls.get(tenant, "").body("$", hasSize(0));
    return answer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bills", "-bills", "bi_lls", "accrual"})
  void shouldRefuseIdsThatAreNone(String id) {
    calls
        .put(tenant, id, BUCKET)
        .statusCode(400)
        .body("errors[0].field", is("id"))
        .body("errors[0].value", is(id))
        .body("errors[0].message", containsString("letters a-z, digits and hyphens"));
  }

  @Test
  void shouldListTheKindsThatHaveARoute() {
    refused(with(BUCKET, "kind", "fax"))
        .body("errors[0].field", is("/kind"))
        .body("errors[0].value", is("fax"))
        .body(
            "errors[0].message",
            allOf(
                containsString("aws-cur, azure-carbon, azure-cost"),
                containsString("trino"),
                not(containsString("azure-report,"))));
  }

  @Test
  void shouldRefuseFieldsItDoesNotKnowAndTypesThatAreNotMeant() {
    Map<String, Object> wrong = with(with(BUCKET, "colour", "red"), "cron", 7);
    wrong.put("settings", Map.of("location", 3));
    wrong.put("secret", Map.of("access_key_id", Map.of("is", SECRET)));
    wrong.put("enabled", "yes");

    refused(wrong)
        .body(
            "errors.field",
            containsInAnyOrder(
                "/colour", "/cron", "/settings/location", "/secret/access_key_id", "/enabled"))
        .body("errors.find { it.field == '/settings/location' }.value", is("3"))
        .body("errors.find { it.field == '/secret/access_key_id' }.value", is(""))
        .body(
            "errors.find { it.field == '/colour' }.message",
            is("is unknown; a connection has [cron, enabled, kind, secret, settings, time_zone]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"secret\": {\"a\": \"not-to-be-seen", "{} {}"})
  void shouldRefuseWhatIsNoObject(String text) {
    refused(text).body("errors[0].message", containsString("\"kind\": \"aws-cur\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every night | Illegal",
        "30 3 * * *  | Unexpected end of expression",
        "0 30 25 * * ? | Hour values must be between 0 and 23",
        "0 0 4 1 1 ? 2020 | still to come"
      })
  void shouldHaveQuartzJudgeTheSchedule(String cron, String why) {
    refused(with(BUCKET, "cron", cron))
        .body("errors.field", contains("/cron"))
        .body("errors[0].value", is(cron))
        .body("errors[0].message", containsString(why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Bonn", "CET+1", ""})
  void shouldRefuseZonesThatHaveNoName(String zone) {
    refused(with(with(BUCKET, "time_zone", zone), "cron", "0 0 4 * * ?"))
        .body("errors.field", contains("/time_zone"))
        .body("errors[0].value", is(zone))
        .body("errors[0].message", containsString("Europe/Berlin"));
  }

  /** One setting of a connection that is right is replaced by one that is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws-cur | location | s3://Acme_Billing/x | s3://acme-billing/exports",
        "aws-cur | location | ftp://acme/x | neither like s3://bucket/prefix",
        "aws-cur | region | eu.evil.example/# | eu-central-1",
        "aws-cur | endpoint | https://169.254.169.254/ | source.trusted-hosts",
        "aws-cur | endpoint | http://user:pw@localhost/ | no user or password",
        "aws-cur | sts_endpoint | https://intranet.example/ | source.trusted-hosts",
        "aws-cur | role_arn | arn:aws:iam::1:user/x | a role_arn and an external_id",
        "aws-cur | colour | red | is unknown; aws-cur has [dataset, endpoint, external_id",
        "utility-csv | location | /etc/passwd | source.directories lists",
        "utility-csv | location | /no/such/directory | there is no file or directory",
        "utility-csv | region | eu-central-1 | utility-csv has [dataset, location] here",
        "azure-cost | location | azure://acme | azure://account/container/prefix",
        "azure-cost | dataset | Costs | AmortizedCost",
        "azure-cost | endpoint | https://evil.example/ | source.trusted-hosts",
        "azure-cost | token_endpoint | https://evil.example/ | login.microsoftonline.com",
        "azure-query | subscriptions | mine | 5f3c1e7a-0000-4000-8000-000000000001",
        "azure-query | months | 13 | from 1 to 12",
        "azure-query | tenant_id | a/b | the directory's id or domain",
        "azure-query | endpoint | https://evil.example | management.azure.com",
        "aws-cost-explorer | accounts | 12 | 111122223333",
        "aws-cost-explorer | endpoint | https://evil.example | ce.us-east-1.amazonaws.com",
        "gcp-billing | tables | export | my-project.billing",
        "gcp-billing | location | EU/x | europe-west3",
        "gcp-billing | project | X | my-project",
        "gcp-billing | maximum_bytes_billed | 10G | 10737418240",
        "gcp-billing | endpoint | https://evil.example | bigquery.googleapis.com",
        "trino | lake.jdbc-url | jdbc:trino://localhost:8443?SSL=false | without options",
        "trino | lake.jdbc-url | jdbc:trino://10.0.0.1:8443 | source.trusted-hosts",
        "trino | lake.table | cur2 | hive.billing.cur2",
        "trino | lake.format | cur | aws-cur-2",
        "factors | location | '' | is needed for factors"
      })
  void shouldRefuseSettingsThatNoSyncWouldTake(
      String kind, String setting, String value, String wanted) {
    Map<String, String> settings = new HashMap<>(RIGHT.getOrDefault(kind, Map.of()));
    settings.put(setting, value);
    String name = "/settings/" + setting;

    refused(body(kind, settings, null))
        .body("errors.field", hasItem(name))
        .body("errors.find { it.field == '%s' }.message".formatted(name), containsString(wanted));
  }

  @Test
  void shouldNotRepeatAValueThatAnUnknownSettingBrings() {
    Map<String, String> settings =
        Map.of("location", "s3://acme-billing", "secret_access_key", SECRET);

    refused(body("aws-cur", settings, null))
        .body("errors.field", contains("/settings/secret_access_key"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws-cur | access_key_id | no secret, or access_key_id and secret_access_key",
        "azure-cost | password | or sas_token, or account_key",
        "azure-query | sas_token | azure-query there needs client_id and client_secret",
        "gcp-billing | private_key | client_email and private_key and private_key_id",
        "trino | token | no secret, or password",
      })
  void shouldSayWhichCredentialsGoTogether(String kind, String name, String wanted) {
    refused(body(kind, RIGHT.get(kind), Map.of(name, SECRET)))
        .body("errors.field", contains("/secret"))
        .body("errors[0].value", is("[" + name + "]"))
        .body("errors[0].message", containsString(wanted));
  }

  @Test
  void shouldRefuseCredentialsThatCannotBeUsed() {
    Map<String, String> key =
        Map.of(
            "client_email", "hub@acme.iam.gserviceaccount.com",
            "private_key", SECRET,
            "private_key_id", "1");
    refused(body("gcp-billing", RIGHT.get("gcp-billing"), key))
        .body("errors[0].message", containsString("private_key is not in PEM"));
    refused(body("azure-cost", RIGHT.get("azure-cost"), Map.of("account_key", SECRET)))
        .body("errors[0].message", containsString("base 64"));
    refused(
            body(
                "aws-cur",
                RIGHT.get("aws-cur"),
                Map.of("access_key_id", "", "secret_access_key", SECRET)))
        .body("errors.field", contains("/secret/access_key_id"));
  }

  @Test
  void shouldTakeWhatIsRight() {
    Map<String, Map<String, String>> secrets =
        Map.of("azure-cost", CLIENT, "azure-query", CLIENT, "trino", Map.of("password", SECRET));

    for (String kind : secrets.keySet()) {
      calls.put(tenant, kind, body(kind, RIGHT.get(kind), secrets.get(kind))).statusCode(200);
    }
    calls
        .put(tenant, "explorer", body("aws-cost-explorer", Map.of("months", "3"), null))
        .statusCode(200);
  }
}
