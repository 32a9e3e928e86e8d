package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of an export are use, and how much. */
class GcpRollupTest extends GcpExport {
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
}
