package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports in BigQuery that cannot be read as they are asked for. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class GcpFaultsSyncTest extends GcpBills {
  @Inject CamelContext camel;

  @Test
  void shouldNotReadMoreThanTheLimit() {
    exported(TABLE, core());
    google.holds(2_000_000);
    String tenant = tenant("gcp-billing", "maximum_bytes_billed", "1500000000");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.cause())
        .contains(
            "would read 2,000,000,000 bytes", "limit is 1,500,000,000", "maximum_bytes_billed");
    assertThat(google.queries()).isEmpty();
  }

  @Test
  void shouldReadTheOtherTablesWhenOneIsDenied() {
    exported(DETAILED, core());
    google.deny(TABLE);

    String tenant = synced("gcp-billing", "tables", TABLE + ", " + DETAILED);

    assertThat(syncs.activities(tenant)).hasSize(1);
    assertThat(syncs.rejections(tenant))
        .singleElement()
        .asString()
        .startsWith("ACCESS_DENIED | " + TABLE)
        .contains("roles/bigquery.dataViewer", "roles/bigquery.jobUser");
  }

  @ParameterizedTest
  @CsvSource({"503, backendError", "500, internalError", "429, rateLimitExceeded"})
  void shouldWaitAndAskAgain(int status, String reason) {
    exported(TABLE, core());
    google.fail(1, status, reason);

    String tenant = synced("gcp-billing");

    assertThat(syncs.activities(tenant)).hasSize(1);
  }

  @Test
  void shouldLeaveAnExhaustedQuotaToTheNextAttempt() {
    exported(TABLE, core());
    google.fail(1, 403, "quotaExceeded");
    String tenant = tenant("gcp-billing");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().waitingAfterFailure()).isTrue();
    assertThat(done.cause()).contains("BigQuery answered 403 (quotaExceeded)");
    assertThat(syncs.retry(tenant, done).state().succeeded()).isTrue();
    assertThat(syncs.activities(tenant)).hasSize(1);
  }

  @Test
  void shouldSayWhichColumnATableLacks() {
    String tenant = tenant("gcp-billing", "tables", CARBON);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("invalidQuery", "_PARTITIONTIME", CARBON);
  }

  @Test
  void shouldSayThatTheLocationIsAnother() {
    exported(TABLE, core());

    Syncs.Done done = syncs.sync(tenant("gcp-billing", "location", "US"));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("notFound", "setting location");
  }

  @ParameterizedTest
  @CsvSource({
    "tables, shop-billing.billing.a` where true --, names no table",
    "tables, billing.exports, it should be like",
    "project, shop billing, is no project id",
    "maximum_bytes_billed, 10 GB, a number of bytes like",
    "months, 99, a number from 1 to 12"
  })
  void shouldRefuseSettingsThatMeanNothing(String setting, String value, String message) {
    Syncs.Done done = syncs.sync(tenant("gcp-billing", setting, value));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains(value, message);
    assertThat(google.queries()).isEmpty();
  }

  @Test
  void shouldSayThatTheKeyHasBeenDeleted() {
    tokens.delete();

    Syncs.Done done = syncs.sync(tenant("gcp-billing"));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("refuses the service account's key");
  }

  @Test
  void shouldNotAskForATokenWhereTheAdministratorDoesNotTrust() {
    String tenant = tenant("gcp-billing");
    Map<String, String> secret = tokens.secret();
    secret.put("token_uri", "http://169.254.169.254/token");
    secrets.store(tenant, "bills", secret);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.cause()).contains("169.254.169.254", "source.trusted-hosts");
  }

  @Test
  void shouldKeepTheKeyOutOfUrisLogsJmxAndErrors() throws Exception {
    exported(TABLE, core());
    String tenant = tenant("gcp-billing");
    String other = tenant("gcp-billing");
    google.fail(1, 403, "quotaExceeded");
    String key = tokens.secret().get("private_key");
    Leaks leaks = new Leaks(key, key.lines().skip(1).findFirst().orElseThrow(), "google-token-1");

    leaks.during(
        () -> {
          syncs.retry(tenant, syncs.sync(tenant));
          google.deny(TABLE);
          syncs.sync(tenant);
          tokens.delete();
          secrets.store(other, "bills", tokens.secret());
          syncs.sync(other);
        });

    leaks.check(camel);
    assertThat(syncs.stored(tenant)).hasSizeGreaterThan(2);
    leaks.check(syncs.stored(tenant));
    leaks.check(syncs.stored(other));
  }
}
