package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Carbon reports and cost queries against a double of Azure Resource Manager. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AzureReportsSyncTest {
  private static final List<String> SUBSCRIPTIONS =
      IntStream.rangeClosed(1, 5).mapToObj(i -> "5f3c1e7a-0000-4000-8000-00000000000" + i).toList();

  private ArmDouble azure;
  private EntraDouble entra;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;
  @Inject CamelContext camel;

  @BeforeEach
  void startServers() throws IOException {
    azure = new ArmDouble();
    entra = new EntraDouble();
    entra.issue("arm-token", 3599);
    azure.accept("arm-token");
  }

  @AfterEach
  void shouldHaveAskedAsTheReferenceHasIt() {
    azure.close();
    entra.close();
    assertThat(azure.problems()).isEmpty();
  }

  private String tenant(String kind, int subscriptions, int months) {
    String tenant =
        syncs.tenant(
            kind,
            Map.of(
                "subscriptions", String.join(", ", SUBSCRIPTIONS.subList(0, subscriptions)),
                "months", Integer.toString(months),
                "endpoint", azure.endpoint(),
                "token_endpoint", entra.endpoint()));
    secrets.store(tenant, "bills", EntraDouble.CREDENTIALS);
    return tenant;
  }

  private String synced(String kind, int subscriptions, int months) {
    String tenant = tenant(kind, subscriptions, months);
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    return tenant;
  }

  @Test
  void shouldTakeInWhatMicrosoftReportsByMonthScopeAndResourceType() {
    String tenant = synced("azure-carbon", 1, 1);

    String query =
        """
        select concat_ws(' | ', kind, trim_scale(quantity), unit, period_start at time zone 'UTC',
          period_end at time zone 'UTC', supplier, account, service, details->>'provider_scope')
        from activity where tenant_id = ? and superseded_at is null order by details->>'provider_scope', service""";
    String month = " | kg CO2e | 2024-09-01 00:00:00 | 2024-10-01 00:00:00 | azure | ";
    String machines =
        "cloud.reported | 0.123456789012"
            + month
            + SUBSCRIPTIONS.get(0)
            + " | microsoft.compute/virtualmachines | ";
    assertThat(syncs.texts(tenant, query))
        .containsExactly(
            machines + "1",
            machines + "2",
            machines + "3",
            "cloud.reported | 1"
                + month
                + SUBSCRIPTIONS.get(0)
                + " | microsoft.storage/storageaccounts | 3");
    assertThat(syncs.lines(tenant)).containsExactly("4 4 0 0");
  }

  @Test
  void shouldReadTheMonthsThatThereAreUpToTheLast() {
    String tenant = synced("azure-carbon", 1, 3);

    String months = "select delivery from run where tenant_id = ? order by 1";
    assertThat(syncs.texts(tenant, months))
        .containsExactlyElementsOf(
            List.of("2024-07", "2024-08", "2024-09").stream()
                .map(month -> "carbon/" + SUBSCRIPTIONS.get(0) + "/" + month)
                .collect(Collectors.toList()));
  }

  @Test
  void shouldSyncFourSubscriptionsAndReportTheFifthThatDenies() {
    for (String kind : List.of("azure-carbon", "azure-query")) {
      azure.deny(SUBSCRIPTIONS.get(2));

      String tenant = synced(kind, 5, 1);

      String accounts =
          "select distinct account from activity where tenant_id = ? and superseded_at is null order by 1";
      assertThat(syncs.texts(tenant, accounts)).hasSize(4).doesNotContain(SUBSCRIPTIONS.get(2));
      assertThat(syncs.rejections(tenant))
          .singleElement()
          .asString()
          .startsWith("ACCESS_DENIED | ")
          .contains("Reader on the subscription");
    }
  }

  @Test
  void shouldTakeInCostByDayServiceAndRegionPageByPage() {
    String tenant = synced("azure-query", 1, 1);

    String query =
        """
        select concat_ws(' | ', kind, subject, trim_scale(quantity), unit, region,
          trim_scale(cost), currency) from activity
        where tenant_id = ? and superseded_at is null order by subject""";
    assertThat(syncs.texts(tenant, query))
        .containsExactly(
            "cloud.other | Storage | 1 | EUR | euwest | 1 | EUR",
            "cloud.other | Virtual Machines | 12.5 | EUR | euwest | 12.5 | EUR");
  }

  @Test
  void shouldSupersedeWhatAMonthAskedForAgainChanges() {
    String tenant = synced("azure-query", 1, 1);
    azure.factor("2");

    syncs.sync(tenant);
    Syncs.Done third = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, third)).containsEntry("unchanged", "1");
    assertThat(
            syncs.texts(
                tenant,
                """
                select concat_ws(' ', accepted, duplicate, superseding, withdrawn) from run
                where tenant_id = ? and state = 'done' order by run_id"""))
        .containsExactly("2 0 0 0", "0 1 1 0");
  }

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
  void shouldAskAgainOnlyForMonthsThatMayStillChange() {
    String tenant = synced("azure-carbon", 2, 3);
    azure.deny(SUBSCRIPTIONS.get(1));

    Syncs.Done again = syncs.sync(tenant);

    // September is the last month there is, and may be corrected until October is there
    assertThat(syncs.tally(tenant, again)).containsEntry("deliveries", "2");
    String cursors =
        "select part || ' ' || complete_to from connection_cursor where tenant_id = ? order by 1";
    assertThat(syncs.texts(tenant, cursors))
        .containsExactly(
            "carbon/" + SUBSCRIPTIONS.get(0) + " 2024-09-01",
            "carbon/" + SUBSCRIPTIONS.get(1) + " 2024-09-01");
  }

  @Test
  void shouldKeepAskingForMonthsThatWereDenied() {
    azure.deny(SUBSCRIPTIONS.get(0));
    String tenant = synced("azure-carbon", 1, 3);

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again))
        .containsEntry("deliveries", "3")
        .containsEntry("refused", "3");
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
