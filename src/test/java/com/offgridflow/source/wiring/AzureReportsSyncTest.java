package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What carbon reports and cost queries bring in. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AzureReportsSyncTest extends AzureReportServers {
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
}
