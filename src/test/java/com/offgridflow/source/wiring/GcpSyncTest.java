package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Billing and carbon exports against a double of BigQuery that runs the hub's own SQL. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class GcpSyncTest {
  private static final String TABLE =
      "shop-billing.billing.gcp_billing_export_v1_0123AB_4567CD_89EF01";
  private static final String DETAILED =
      "shop-billing.billing.gcp_billing_export_resource_v1_0123AB_4567CD_89EF01";
  private static final String CARBON = "shop-billing.carbon.carbon_footprint";

  /** The export was set up today, and Google has loaded what was used before. */
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private ExportTables tables;
  private BigQueryDouble google;
  private GoogleTokenDouble tokens;

  @Inject Syncs syncs;
  @Inject Tenants tenants;
  @Inject TestWorker worker;
  @Inject ConnectionSecrets secrets;
  @Inject CamelContext camel;

  @BeforeEach
  void startServers() throws IOException {
    tables = new ExportTables();
    google = new BigQueryDouble(tables);
    tokens = new GoogleTokenDouble();
    tokens.issue("google-token-1");
    google.accept("google-token-1");
    Stream.of(TABLE, DETAILED).forEach(tables::billing);
    tables.carbon(CARBON);
  }

  @AfterEach
  void shouldHaveAskedAsTheReferenceHasIt() throws Exception {
    google.close();
    tokens.close();
    tables.close();
    assertThat(google.problems()).isEmpty();
  }

  private String tenant(String kind, String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("tables", kind.equals("gcp-carbon") ? CARBON : TABLE);
    all.put("location", BigQueryDouble.LOCATION);
    all.put("endpoint", google.endpoint());
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    String tenant = syncs.tenant(kind, all);
    secrets.store(tenant, "bills", tokens.secret());
    return tenant;
  }

  private String synced(String kind, String... settings) {
    String tenant = tenant(kind, settings);
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    return tenant;
  }

  private void exported(String table, BillingLine... lines) {
    tables.append(table, Stream.of(lines).map(BillingLine::row).toList());
  }

  private static BillingLine today(BillingLine line) {
    return line.exported(TODAY.toString(), "03:00:00");
  }

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

  private static BillingLine core() {
    return today(BillingLine.core(7200, 0.1));
  }

  private static final String SEPTEMBER_2 =
      ",2024-09-02T00:00:00Z,2024-09-03T00:00:00Z,gcp,europe-west3,,,shop,";

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
    LocalDate start = LocalDate.of(2024, 1, 1);
    tenants.put(tenant, "Example", Sandbox.LEI, "DE");
    tenants.putPlan(tenant, "annual", "esrs-2023", start, start.plusYears(1), List.of());

    JobState report = worker.run(tenant, JobRequest.report("annual", "once"));

    assertThat(report.succeeded()).as(report.cause()).isTrue();
    String emissions =
        """
        select round(kg_co2e, 3)::text from emission join report_emission using (emission_id)
        where emission.tenant_id = ?""";
    assertThat(syncs.texts(tenant, emissions)).contains("325.775");
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
  void shouldTakeInWhatGoogleReportsByBothMethods() {
    tables.append(CARBON, List.of(GcpRollupTest.footprint("a", 1.5, 0.5)));
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
    Map<String, Object> row = new HashMap<>(GcpRollupTest.footprint("a", 1.5, 0.5));
    row.put("usage_month", month.toString());
    return row;
  }

  @Test
  void shouldKeepTheKeyOutOfUrisLogsJmxAndErrors() throws Exception {
    exported(TABLE, core());
    String tenant = tenant("gcp-billing");
    google.fail(1, 403, "quotaExceeded");
    String key = tokens.secret().get("private_key");
    Leaks leaks = new Leaks(key, key.lines().skip(1).findFirst().orElseThrow(), "google-token-1");

    leaks.during(() -> syncs.retry(tenant, syncs.sync(tenant)));

    leaks.check(camel);
    leaks.check(syncs.texts(tenant, "select to_jsonb(j)::text from job j where tenant_id = ?"));
    leaks.check(syncs.texts(tenant, "select to_jsonb(r)::text from run r where tenant_id = ?"));
  }
}
