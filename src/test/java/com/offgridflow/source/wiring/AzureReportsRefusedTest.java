package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** Throttling, credentials and addresses that carbon reports and cost queries meet. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AzureReportsRefusedTest extends AzureReportServers {
  @Inject CamelContext camel;

  @Test
  void shouldWaitAsLongAsItIsAskedTo() {
    azure.throttle(1, "Retry-After", "2");
    long start = System.nanoTime();

    String tenant = synced("azure-query", 1, 1);

    assertThat(System.nanoTime() - start).isGreaterThan(2_000_000_000L);
    assertThat(syncs.rejections(tenant)).isEmpty();
  }

  @Test
  void shouldLeaveALongWaitToTheNextAttempt() {
    azure.throttle(1, "x-ms-ratelimit-microsoft.costmanagement-qpu-retry-after", "3600");

    Syncs.Done done = syncs.sync(tenant("azure-query", 1, 1));

    assertThat(done.state().waitingAfterFailure()).isTrue();
    assertThat(done.cause()).contains("asks to wait 3600 s");
    assertThat(done.state().attempts()).isZero();
  }

  @Test
  void shouldFetchANewTokenWhenTheOldOneHasBeenRevoked() {
    String tenant = synced("azure-query", 1, 1);
    entra.issue("arm-token-2", 3599);
    azure.accept("arm-token-2");

    assertThat(syncs.sync(tenant).state().succeeded()).isTrue();
    assertThat(entra.scopes()).containsOnly("https://management.azure.com/.default");
  }

  @Test
  void shouldSayThatAClientSecretHasExpired() {
    String tenant = tenant("azure-carbon", 1, 1);
    entra.expire();

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("refuses the credentials (invalid_client)");
  }

  @Test
  void shouldRefuseASubscriptionThatIsNone() {
    String tenant =
        syncs.tenant(
            "azure-query", Map.of("subscriptions", "all of them", "endpoint", azure.endpoint()));

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("'all of them'", "like 5f3c1e7a-");
  }

  @Test
  void shouldNotAskAnAddressThatTheAdministratorDoesNotTrust() {
    String tenant =
        syncs.tenant(
            "azure-query",
            Map.of(
                "subscriptions", SUBSCRIPTIONS.get(0),
                "endpoint", "http://169.254.169.254/metadata",
                "token_endpoint", entra.endpoint()));
    secrets.store(tenant, "bills", EntraDouble.CREDENTIALS);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.cause()).contains("169.254.169.254", "source.trusted-hosts");
    assertThat(entra.scopes()).isEmpty();
  }

  @Test
  void shouldKeepCredentialsOutOfUrisLogsJmxAndErrors() throws Exception {
    String tenant = tenant("azure-query", 1, 1);
    azure.accept("another");
    Leaks leaks = new Leaks(EntraDouble.CREDENTIALS.get("client_secret"), "arm-token");

    leaks.during(
        () -> {
          syncs.sync(tenant);
          azure.accept("arm-token");
          azure.deny(SUBSCRIPTIONS.get(0));
          syncs.sync(tenant);
          entra.expire();
          azure.accept("a third");
          syncs.sync(tenant);
        });

    leaks.check(camel);
    leaks.check(syncs.stored(tenant));
  }
}
