package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Billing and carbon exports of Google Cloud when all goes well. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class GcpSyncTest extends GcpBills {
  @Inject Reports reports;

  private static BillingLine storage() {
    return today(
        BillingLine.of(
            "Compute Engine", "SSD backed PD Capacity", "byte-seconds", 9277129359360000d, 0.6));
  }

  private static BillingLine requests() {
    return today(BillingLine.of("Cloud Storage", "Class A Operations", "requests", 1000, 0.05));
  }

  private static BillingLine tax() {
    return today(BillingLine.of("Invoice", "Tax", "", 0, 0.14).with("cost_type", "tax"));
  }

  /** 7200 s are 2 h, twice; 100 GiB for a day are 2400 GiB-h. */
  @Test
  void shouldTakeInWhatBigQueryRolledUpPageByPage() {
    exported(TABLE, core(), core(), storage(), requests(), tax());

    String tenant = synced("gcp-billing");

    assertThat(syncs.activities(tenant))
        .containsExactly(
            "cloud.compute,,4,vCPU-h" + SEPTEMBER_2 + "Compute Engine,0.2,EUR,2",
            "cloud.other,Class A Operations,1000,requests"
                + SEPTEMBER_2
                + "Cloud Storage,0.05,EUR,1",
            "cloud.storage.ssd,default,2400,GiB-h" + SEPTEMBER_2 + "Compute Engine,0.6,EUR,1");
    assertThat(syncs.lines(tenant)).containsExactly("5 4 1 0");
    // one of the months, one of the lines, two of the rollup's four groups
    assertThat(google.pages()).isEqualTo(4);
    assertThat(
            syncs.texts(
                tenant,
                "select reason || ' ' || trim_scale(cost) from not_usage where tenant_id = ?"))
        .containsExactly("tax 0.14");
  }

  /**
   * 1,000,000 GiB sent from Frankfurt: 1,073,741.824 GB x 0.001 kWh/GB x PUE 1.1 (Cloud Carbon
   * Footprint 2024) x 0.27582 kg/kWh (Google 2024, europe-west3) = 325.775 kg.
   */
  @Test
  void shouldReportWhatWasEstimatedOfIt() {
    String sku = "Network Internet Data Transfer Out from Frankfurt to Berlin";
    exported(TABLE, today(BillingLine.of("Networking", sku, "bytes", 1073741824e6, 9000)));
    String tenant = synced("gcp-billing");

    Map<String, String> figures = reports.annual(tenant, 2024);

    assertThat(new BigDecimal(figures.get("E1-6.scope-3.category-01")))
        .isCloseTo(new BigDecimal("0.325775"), within(new BigDecimal("0.0000005")));
  }

  @Test
  void shouldReadTheDetailedExportAsTheStandardOne() {
    exported(DETAILED, core(), core());

    String tenant = synced("gcp-billing", "tables", DETAILED);

    assertThat(syncs.activities(tenant))
        .containsExactly("cloud.compute,,4,vCPU-h" + SEPTEMBER_2 + "Compute Engine,0.2,EUR,2");
  }

  @Test
  void shouldRollUpNothingAgainThatHasNotChanged() {
    exported(TABLE, core(), core().used("2024-08-15"));
    String tenant = synced("gcp-billing");
    int asked = google.queries().size();

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again)).containsEntry("unchanged", "2");
    assertThat(google.queries()).hasSize(asked + 1).last().asString().contains("The months of use");
  }

  /** A row that comes later belongs to the month of its use: 3 x 2 h. */
  @Test
  void shouldReadAMonthAgainThatRowsWereAddedTo() {
    exported(TABLE, core(), core(), storage(), core().used("2024-08-15"));
    String tenant = synced("gcp-billing");
    exported(TABLE, core().exported(TODAY.toString(), "09:00:00"));

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again))
        .containsEntry("unchanged", "1")
        .containsEntry("taken", "1");
    assertThat(syncs.activities(tenant))
        .contains("cloud.compute,,6,vCPU-h" + SEPTEMBER_2 + "Compute Engine,0.3,EUR,3");
    assertThat(
            syncs.texts(
                tenant,
                """
                select concat_ws(' ', accepted, duplicate, superseding, withdrawn) from run
                where tenant_id = ? and state = 'done' and delivery like '%/2024-09' order by run_id"""))
        .containsExactly("2 0 0 0", "0 1 1 0");
  }

  @Test
  void shouldNotLookIntoPartitionsOfClosedMonths() {
    String closed = TODAY.minusMonths(4).toString();
    exported(TABLE, core().exported(closed, "09:00:00").used("2024-08-15"), core());

    String tenant = synced("gcp-billing");

    String deliveries = "select delivery from run where tenant_id = ?";
    assertThat(syncs.texts(tenant, deliveries)).containsExactly(TABLE + "/2024-09");
  }

  @Test
  void shouldTakeATableWithoutRowsForAnEmptyMonth() {
    String tenant = synced("gcp-billing");

    assertThat(syncs.runs(tenant)).isEmpty();
  }

  @Test
  void shouldTakeInWhatGoogleReportsByBothMethods() {
    tables.append(CARBON, List.of(GcpFootprintTest.footprint("a", 1.5, 0.5)));
    LocalDate month = TODAY.withDayOfMonth(1).minusMonths(2);
    tables.append(CARBON, List.of(footprint(month)));

    String tenant = synced("gcp-carbon");

    String query =
        """
        select concat_ws(' | ', kind, trim_scale(quantity), unit, region, account, service,
          details->>'basis', details->>'model_version', details->>'scope1', details->>'scope2',
          details->>'scope3', (period_start at time zone 'UTC')::date)
        from activity where tenant_id = ? and superseded_at is null order by 1""";
    String google = " | kg CO2e | europe-west3 | shop | Compute Engine | ";
    assertThat(syncs.texts(tenant, query))
        .containsExactly(
            "cloud.reported | 0.5" + google + "market | 11 | 0.1 | 0.3 | 0.1 | " + month,
            "cloud.reported | 1.5" + google + "location | 11 | 0.1 | 1.3 | 0.1 | " + month);
    assertThat(syncs.lines(tenant)).containsExactly("1 1 0 0");
    String emissions =
        """
        select trim_scale(e.kg_co2e)::text from emission e join activity a using (activity_id)
        where e.tenant_id = ? and e.superseded_at is null order by 1""";
    assertThat(syncs.texts(tenant, emissions)).containsExactly("0.5", "1.5");
  }

  private static Map<String, Object> footprint(LocalDate month) {
    Map<String, Object> row = new HashMap<>(GcpFootprintTest.footprint("a", 1.5, 0.5));
    row.put("usage_month", month.toString());
    return row;
  }
}
