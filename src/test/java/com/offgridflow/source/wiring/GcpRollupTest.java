package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.BigQueryMonth;
import com.offgridflow.source.BigQueryTable;
import com.offgridflow.source.GcpBilling;
import com.offgridflow.source.GcpCarbon;
import com.offgridflow.source.RollupRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line of a Cloud Billing export through the real SQL, in DuckDB. */
class GcpRollupTest {
  private static final BigQueryTable TABLE =
      BigQueryTable.of("shop-billing.billing.gcp_billing_export_v1_0123AB_4567CD_89EF01");
  private static final BigQueryMonth SEPTEMBER =
      new BigQueryMonth(TABLE, YearMonth.of(2024, 9), 1, "2024-10-31 00:00:00");

  private final ExportTables tables = new ExportTables();

  @BeforeEach
  void create() {
    tables.billing(TABLE.toString());
  }

  @AfterEach
  void close() throws Exception {
    tables.close();
  }

  private List<Map<String, String>> query(String name) {
    return query(name, SEPTEMBER.state());
  }

  private List<Map<String, String>> query(String name, String exportedUntil) {
    Map<String, String> parameters =
        Map.of(
            "first_day", "2024-09-01",
            "next_month", "2024-10-01",
            "exported_until", exportedUntil);
    return tables.query(text(name).replace("${table}", TABLE.toString()), parameters).maps();
  }

  /** Kind, subject, quantity, unit, cost, lines of each group. */
  private List<String> rolledUp(BillingLine... lines) {
    tables.append(TABLE.toString(), Stream.of(lines).map(BillingLine::row).toList());
    return query("gcp-billing").stream().map(GcpRollupTest::brief).toList();
  }

  private static String brief(Map<String, String> row) {
    return String.join(
        " | ",
        row.get("disposition").equals("usage") ? row.get("kind") : "not usage: " + row.get("kind"),
        row.get("subject"),
        plain(row.get("quantity")),
        row.get("unit"),
        plain(row.get("cost")),
        row.get("lines"));
  }

  private static String plain(String number) {
    BigDecimal value = new BigDecimal(number);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /**
   * By hand: 7200 s = 2 h; a GiB-h is 3600 s x 1,073,741,824 B = 3,865,470,566,400 B-s, of which
   * 3.75 are 14,495,514,624,000; 100 GiB for a day are 2400 GiB-h; 5 GiB are 5,368,709,120 B.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Compute Engine; N1 Predefined Instance Core running in Frankfurt; seconds; 7200; cloud.compute |  | 2 | vCPU-h
          Compute Engine; Spot Preemptible E2 Instance Core running in Frankfurt; seconds; 7200; cloud.compute |  | 2 | vCPU-h
          Cloud SQL; Cloud SQL for PostgreSQL: Zonal - vCPU in Frankfurt; seconds; 3600; cloud.compute |  | 1 | vCPU-h
          Cloud Run; CPU Allocation Time; seconds; 1800; cloud.compute |  | 0.5 | vCPU-h
          Compute Engine; N2 Instance Ram running in Frankfurt; byte-seconds; 14495514624000; cloud.memory |  | 3.75 | GiB-h
          Cloud Run; Memory Allocation Time; byte-seconds; 3865470566400; cloud.memory |  | 1 | GiB-h
          Compute Engine; SSD backed PD Capacity in Frankfurt; byte-seconds; 9277129359360000; cloud.storage.ssd | default | 2400 | GiB-h
          Compute Engine; Regional Balanced PD Capacity in Frankfurt; byte-seconds; 3865470566400; cloud.storage.ssd | compute_engine_regional_disks | 1 | GiB-h
          Compute Engine; Storage PD Capacity in Frankfurt; byte-seconds; 3865470566400; cloud.storage.hdd | default | 1 | GiB-h
          Cloud Storage; Standard Storage Frankfurt; byte-seconds; 3865470566400; cloud.storage.hdd | cloud_storage_single_region | 1 | GiB-h
          Cloud Storage; Standard Storage Europe Multi-Region; byte-seconds; 3865470566400; cloud.storage.hdd | cloud_storage_multi_region | 1 | GiB-h
          Cloud Storage; Nearline Storage Early Delete Frankfurt; byte-seconds; 3865470566400; cloud.other | Nearline Storage Early Delete Frankfurt | 1 | GiB-h
          Networking; Network Internet Data Transfer Out from Frankfurt to Berlin; bytes; 5368709120; cloud.network |  | 5 | GiB
          Networking; Network Internet Data Transfer In from Berlin to Frankfurt; bytes; 5368709120; cloud.other | Network Internet Data Transfer In from Berlin to Frankfurt | 5 | GiB
          Cloud Storage; Regional Standard Class A Operations; requests; 1000; cloud.other | Regional Standard Class A Operations | 1000 | requests
          Compute Engine; Nvidia Tesla T4 GPU running in Frankfurt; seconds; 3600; cloud.compute | Nvidia T4 | 1 | h
          Compute Engine; Nvidia Tesla V100 GPU attached to Spot Preemptible VMs running in Frankfurt; seconds; 7200; cloud.compute | Nvidia Tesla V100 | 2 | h
          Compute Engine; Nvidia Tesla A100 80GB GPU running in Frankfurt; seconds; 3600; cloud.other | Nvidia Tesla A100 80GB GPU running in Frankfurt | 1 | h
          Compute Engine; Nvidia L4 GPU running in Frankfurt; seconds; 3600; cloud.other | Nvidia L4 GPU running in Frankfurt | 1 | h
          Compute Engine; Licensing Fee for Windows Server (CPU cost); seconds; 3600; cloud.other | Licensing Fee for Windows Server (CPU cost) | 1 | h
          Compute Engine; Sole Tenancy Premium for N1 Predefined Instance Core; seconds; 3600; cloud.other | Sole Tenancy Premium for N1 Predefined Instance Core | 1 | h
          """)
  void shouldTellWhatWasUsedByTheNameOfTheSkuAndItsUnit(
      String service, String sku, String unit, double amount, String expected) {
    assertThat(rolledUp(BillingLine.of(service, sku, unit, amount, 0.5)))
        .containsExactly(expected + " | 0.5 | 1");
  }

  @Test
  void shouldAddUpTheLinesOfADay() {
    assertThat(rolledUp(BillingLine.core(3600, 0.1), BillingLine.core(1800, 0.05)))
        .containsExactly("cloud.compute |  | 1.5 | vCPU-h | 0.15 | 2");
  }

  @ParameterizedTest
  @CsvSource({"tax, tax", "rounding_error, rounding", "adjustment, adjustment", "odd, unknown:odd"})
  void shouldTakeNoOtherLinesForUsage(String type, String reason) {
    assertThat(rolledUp(BillingLine.core(3600, 0.1).with("cost_type", type)))
        .containsExactly("not usage: " + reason + " |  | 0 |  | 0.1 | 1");
  }

  @ParameterizedTest
  @CsvSource({"USAGE_CORRECTION", "PRICE_CORRECTION", "METADATA_CORRECTION"})
  void shouldLetACorrectionTakeBackWhatItCorrects(String type) {
    BillingLine negation =
        BillingLine.core(-3600, -0.1)
            .with("cost_type", "adjustment")
            .with(
                "adjustment_info",
                Map.of("type", type, "mode", "COMPLETE_NEGATION_WITH_REMONETIZATION"));

    assertThat(rolledUp(BillingLine.core(7200, 0.2), negation))
        .containsExactlyInAnyOrder("cloud.compute |  | 1 | vCPU-h | 0.1 | 2");
  }

  @Test
  void shouldNotTakeGoodwillForUsage() {
    BillingLine goodwill =
        BillingLine.core(-3600, -0.1)
            .with("cost_type", "adjustment")
            .with("adjustment_info", Map.of("type", "GOODWILL", "mode", "MANUAL_ADJUSTMENT"));

    assertThat(rolledUp(goodwill)).containsExactly("not usage: adjustment |  | 0 |  | -0.1 | 1");
  }

  @ParameterizedTest
  @CsvSource({
    "COMMITTED_USAGE_DISCOUNT",
    "COMMITTED_USAGE_DISCOUNT_DOLLAR_BASE",
    "SUSTAINED_USAGE_DISCOUNT",
    "DISCOUNT",
    "FREE_TIER",
    "SUBSCRIPTION_BENEFIT",
    "RESELLER_MARGIN"
  })
  void shouldTakeDiscountsOffTheCostOfTheUse(String type) {
    assertThat(rolledUp(BillingLine.core(3600, 0.1).credit(type, -0.03)))
        .containsExactly("cloud.compute |  | 1 | vCPU-h | 0.07 | 1");
  }

  @Test
  void shouldKeepAPromotionApartFromThePriceOfTheUse() {
    BillingLine line =
        BillingLine.core(3600, 0.1).credit("DISCOUNT", -0.03).credit("PROMOTION", -0.07);

    assertThat(rolledUp(line))
        .containsExactlyInAnyOrder(
            "cloud.compute |  | 1 | vCPU-h | 0.07 | 1", "not usage: credit |  | 0 |  | -0.07 | 0");
  }

  @Test
  void shouldCountCommittedUseOnceAndNotItsFee() {
    String fee = "Commitment v1: N2 Cpu in Frankfurt for 1 Year";
    assertThat(
            rolledUp(
                BillingLine.core(3600, 0.1).credit("COMMITTED_USAGE_DISCOUNT", -0.1),
                BillingLine.of("Compute Engine", fee, "seconds", 3600, 0.06)
                    .credit("FEE_UTILIZATION_OFFSET", -0.01)))
        .containsExactlyInAnyOrder(
            "cloud.compute |  | 1 | vCPU-h | 0 | 1",
            "not usage: commitment-fee |  | 0 |  | 0.05 | 1");
  }

  @Test
  void shouldTakeWhatOthersSellOnTheMarketplaceForNoMachine() {
    BillingLine line =
        BillingLine.of("Elastic", "Elastic Instance Core fee", "seconds", 3600, 2)
            .with("transaction_type", "THIRD_PARTY_AGENCY");

    assertThat(rolledUp(line))
        .containsExactly("cloud.other | Elastic Instance Core fee | 1 | h | 2 | 1");
  }

  @Test
  void shouldPutWhatHasNoProjectOrRegionOnTheBillAndThePlaceThatItHas() {
    rolledUp(
        BillingLine.core(3600, 0.1)
            .with("project", null)
            .with("location", Map.of("location", "europe")));

    assertThat(query("gcp-billing"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("account")).isEqualTo(BillingLine.ACCOUNT))
        .satisfies(row -> assertThat(row.get("region")).isEqualTo("europe"));
  }

  @Test
  void shouldPutAnHourOnTheDayOfItsStartInUtc() {
    rolledUp(BillingLine.core(3600, 0.1).with("usage_start_time", "2024-09-30 23:00:00"));

    assertThat(query("gcp-billing"))
        .extracting(row -> row.get("day"))
        .containsExactly("2024-09-30");
  }

  @Test
  void shouldReadOnlyItsMonthAndWhatHadBeenExportedByThen() {
    assertThat(
            rolledUp(
                BillingLine.core(3600, 0.1),
                BillingLine.core(3600, 0.1).used("2024-10-01"),
                BillingLine.core(3600, 0.1).used("2024-08-31")))
        .containsExactly("cloud.compute |  | 1 | vCPU-h | 0.1 | 1");

    tables.append(
        TABLE.toString(),
        List.of(BillingLine.core(3600, 0.1).exported("2024-10-05", "09:00:00").row()));
    assertThat(query("gcp-billing", "2024-10-05 08:00:00").get(0)).containsEntry("lines", "1");
    assertThat(query("gcp-billing-lines", "2024-10-05 08:00:00").get(0))
        .containsEntry("lines", "1");
    assertThat(query("gcp-billing").get(0))
        .containsEntry("lines", "2")
        .containsEntry("first_export", "2024-09-02 15:00:00")
        .containsEntry("last_export", "2024-10-05 09:00:00");
    assertThat(query("gcp-billing-lines").get(0)).containsEntry("lines", "2");
  }

  @Test
  void shouldTellTheMonthsThatRowsOfThePartitionsBelongTo() {
    rolledUp(
        BillingLine.core(1, 0.1).exported("2024-08-31", "23:00:00").used("2024-08-31"),
        BillingLine.core(1, 0.1).exported("2024-09-01", "05:00:00").used("2024-08-31"),
        BillingLine.core(1, 0.1),
        BillingLine.core(1, 0.1).exported("2024-09-03", "11:00:00"));

    assertThat(query("gcp-billing-months"))
        .containsExactly(
            Map.of("month", "2024-08", "lines", "1", "exported_until", "2024-09-01 05:00:00"),
            Map.of("month", "2024-09", "lines", "2", "exported_until", "2024-09-03 11:00:00"));
  }

  @Test
  void shouldSayWhereInTheExportARecordComesFrom() {
    rolledUp(BillingLine.core(3600, 0.1));

    Map<String, Object> row =
        new GcpBilling().records(query("gcp-billing").get(0), SEPTEMBER, "d").get(0);

    assertThat(row.get("evidence_object")).isEqualTo(TABLE + "/2024-09");
    assertThat(row.get("locator"))
        .isEqualTo(
            "lines of 2024-09-02, shop, Compute Engine, europe-west3, cloud.compute, , vCPU-h, EUR;"
                + " partitions from 2024-09-01, exported 2024-09-02 15:00:00 to 2024-09-02"
                + " 15:00:00, invoice of 202409");
  }

  /** A correction of September's use that came with October's invoice. */
  @Test
  void shouldSayOnWhichInvoicesTheLinesOfARecordAre() {
    rolledUp(
        BillingLine.core(3600, 0.1),
        BillingLine.core(-60, -0.01).with("invoice", Map.of("month", "202410")));

    Map<String, Object> row =
        new GcpBilling().records(query("gcp-billing").get(0), SEPTEMBER, "d").get(0);

    assertThat((String) row.get("locator")).endsWith(", invoices of 202409 to 202410");
  }

  @Test
  void shouldGiveTheColumnsOfARollup() {
    rolledUp(BillingLine.core(3600, 0.1));

    assertThat(query("gcp-billing").get(0))
        .containsKeys(
            Stream.of(RollupRow.class.getRecordComponents())
                .map(c -> c.getName())
                .toArray(String[]::new));
  }

  /** Two zones of a region are one row: 1.5 + 2.5 kg by location, 0.5 + 0.25 by market. */
  @Test
  void shouldTakeWhatGoogleReportsByBothMethods() {
    String carbon = "shop-billing.carbon.carbon_footprint";
    tables.carbon(carbon);
    tables.append(carbon, List.of(footprint("a", 1.5, 0.5), footprint("b", 2.5, 0.25)));
    Map<String, String> day = Map.of("first_day", "2024-09-01");

    String sql = text("gcp-carbon").replace("${table}", carbon);
    List<Map<String, Object>> records =
        new GcpCarbon().records(tables.query(sql, day).maps().get(0), SEPTEMBER, "d");

    assertThat(records)
        .extracting(r -> r.get("quantity") + " " + r.get("unit") + " " + r.get("lines"))
        .containsExactly("4 kg CO2e 2", "0.75 kg CO2e 0");
    assertThat(records.get(1).get("details"))
        .isEqualTo(
            Map.of(
                "basis", "market",
                "model_version", "11",
                "scope1", new BigDecimal("0.2"),
                "scope2", new BigDecimal("0.35"),
                "scope3", new BigDecimal("0.2")));
    String months = text("gcp-carbon-months").replace("${table}", carbon);
    assertThat(tables.query(months, day).maps())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("month", "2024-09"))
        .satisfies(row -> assertThat(row.get("exported_until")).startsWith("11, 4.0"));
  }

  static Map<String, Object> footprint(String zone, double location, double market) {
    return Map.of(
        "usage_month", "2024-09-01",
        "billing_account_id", BillingLine.ACCOUNT,
        "project", Map.of("id", "shop", "number", "1234"),
        "service", Map.of("id", "6F81-5844-456A", "description", "Compute Engine"),
        "location", Map.of("location", "europe-west3-" + zone, "region", "europe-west3"),
        "carbon_model_version", 11,
        "carbon_footprint_total_kgCO2e", Map.of("location_based", location, "market_based", market),
        "carbon_footprint_kgCO2e",
            Map.of(
                "scope1", 0.1,
                "scope2", Map.of("location_based", location - 0.2, "market_based", market - 0.2),
                "scope3", 0.1));
  }

  private static String text(String name) {
    try {
      return Files.readString(Path.of("src/main/resources/rollup/bigquery", name + ".sql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
