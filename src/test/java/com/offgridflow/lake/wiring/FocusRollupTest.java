package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FOCUS charges through the real SQL, as CSV and as Parquet. */
class FocusRollupTest {

  private static final String HEADER =
      "BillingAccountId,BillingCurrency,ChargeCategory,ChargeClass,ChargeDescription,"
          + "ChargePeriodStart,CommitmentDiscountId,CommitmentDiscountStatus,ConsumedQuantity,"
          + "ConsumedUnit,EffectiveCost,PricingQuantity,PricingUnit,ProviderName,RegionId,"
          + "RegionName,ResourceType,ServiceName,SkuPriceDetails";

  private static final Map<String, String> TYPES =
      Map.of(
          "ChargePeriodStart", "cast(ChargePeriodStart as timestamp)",
          "ConsumedQuantity", "cast(ConsumedQuantity as decimal(30, 15))",
          "PricingQuantity", "cast(PricingQuantity as double)",
          "EffectiveCost", "cast(EffectiveCost as decimal(30, 15))");

  @TempDir Path directory;

  private final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  private static String charge(
      String category,
      String status,
      String description,
      String amount,
      String unit,
      String provider,
      String service,
      String details) {
    return String.join(
        ",",
        "acct",
        "USD",
        category,
        "NULL",
        description,
        "2024-09-02 00:00:00",
        status.isEmpty() ? "NULL" : "commitment-1",
        status.isEmpty() ? "NULL" : status,
        amount,
        unit,
        "1.5",
        amount,
        unit,
        provider,
        "NULL",
        "north",
        "NULL",
        service,
        details);
  }

  private List<Group> groups(String charge) throws IOException {
    Path csv = Lake.write(directory.resolve("focus.csv"), HEADER, charge);
    List<Group> groups = lake.rollup(ShippedFormats.of("focus"), csv);
    assertThat(lake.rollup(ShippedFormats.of("focus"), lake.parquet(csv, TYPES)))
        .containsExactlyInAnyOrderElementsOf(groups);
    return groups;
  }

  @ParameterizedTest
  @CsvSource({
    "Purchase, , a, purchase",
    "Purchase, Used, a, commitment-fee",
    "Tax, , a, tax",
    "Credit, , a, credit",
    "Adjustment, , a, adjustment",
    "Adjustment, , Rounding error, rounding",
    "Usage, Unused, a, commitment-unused",
    "purchase, , a, purchase",
    "TAX, , a, tax",
    "usage, unused, a, commitment-unused",
    "Nutzung, , a, unknown:Nutzung",
    "Surprise, , a, unknown:Surprise"
  })
  void shouldKeepOutOfUsageWhatIsNone(
      String category, String status, String description, String reason) throws IOException {
    String used = status == null ? "" : status;

    assertThat(groups(charge(category, used, description, "3", "Hours", "AWS", "S", "NULL")))
        .allMatch(group -> group.disposition().equals("not-usage"))
        .extracting(Group::brief)
        .containsExactly(reason + " |  | 0 |  | 1.5 | 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"usage", "USAGE", "Usage"})
  void shouldTakeTheCategoryInAnyCase(String category) throws IOException {
    String unit = "vCPU-Hours";

    assertThat(groups(charge(category, "", "Core", "3", unit, "Acme", "S", "NULL")))
        .extracting(Group::brief)
        .containsExactly("cloud.other | Core | 3 | vCPU-Hours | 1.5 | 1");
  }

  // September has 720 hours. 1 OCPU is 2 vCPU, on Ampere A1 it is 1. A P10 disk has 128 GiB.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Oracle; COMPUTE; Standard - E5; 8; OCPU Hours; cloud.compute |  | 16 | vCPU-h",
        "Oracle; COMPUTE; Standard - A1; 8; OCPU Hours; cloud.compute |  | 8 | vCPU-h",
        "Oracle; COMPUTE; Standard - E3 - Memory; 8; GB Hours; cloud.memory |  | 8 | GiB-h",
        "Oracle; BLOCK_STORAGE; Block Volume - Storage; 1; GB Months; cloud.storage.ssd | default |"
            + " 720 | GiB-h",
        "Google Cloud; Compute Engine; N2 Instance Core running in Frankfurt; 4; hour;"
            + " cloud.compute |  | 4 | vCPU-h",
        "Google Cloud; Compute Engine; N2 Instance Ram running in Frankfurt; 4; gibibyte hour;"
            + " cloud.memory |  | 4 | GiB-h",
        "Google Cloud; Compute Engine; SSD backed PD Capacity; 1; gibibyte month; cloud.storage.ssd"
            + " | default | 720 | GiB-h",
        "Google Cloud; Cloud Storage; Standard Storage Europe Multi-region; 1; gibibyte month;"
            + " cloud.storage.hdd | cloud_storage_multi_region | 720 | GiB-h",
        "Google Cloud; Compute Engine; Network Internet Egress from EMEA; 2; gibibyte;"
            + " cloud.network |  | 2 | GiB",
        "Microsoft; Storage Accounts; Tiered Block Blob - Hot LRS - Data Stored - US West; 1;"
            + " GB/Month; cloud.storage.hdd | storage_lrs | 720 | GiB-h",
        "Microsoft; Storage Accounts; Tiered Block Blob - Hot RA-GZRS - Data Stored - US West; 1;"
            + " GB/Month; cloud.storage.hdd | storage_gzrs | 720 | GiB-h",
        "Microsoft; Virtual Machines; Premium SSD Managed Disks - P10 LRS - US East; 0.5;"
            + " Units/Month; cloud.storage.ssd | storage_disks | 46080 | GiB-h",
        "Microsoft; Virtual Machines; Bandwidth Inter-Region - Data Transfer Out - Europe; 2; GB;"
            + " cloud.network |  | 2 | GiB",
        "AWS; Amazon Elastic Compute Cloud; $0.08 per GB-month of General Purpose (gp3) provisioned"
            + " storage; 1; GB-Months; cloud.storage.ssd | ec2_ebs_volume | 720 | GiB-h",
        "AWS; Amazon Elastic Compute Cloud; $0.05 per GB-Month of snapshot data stored; 1;"
            + " GB-Months; cloud.storage.hdd | ec2_ebs_snapshot | 720 | GiB-h",
        "AWS; Amazon Elastic Compute Cloud; $0.000 per GB - data transfer in per month; 1; GB;"
            + " cloud.other | $0.000 per GB - data transfer in per month | 1 | GB",
        "AWS; Amazon Elastic Compute Cloud; $0.01 per GB - regional data transfer; 1; GB;"
            + " cloud.network |  | 1 | GiB",
        "AWS; Amazon Elastic Compute Cloud; $0.00 for 4245 Mbps per m5.large instance-hour; 1;"
            + " Hours; cloud.other | $0.00 for 4245 Mbps per m5.large instance-hour | 1 | Hours",
        "AWS; Vendor Analytics; AWS Marketplace software usage of m5.large; 1; Hours; cloud.other |"
            + " AWS Marketplace software usage of m5.large | 1 | Hours",
        "AWS; Amazon Elastic Container Service; AWS Fargate - vCPU - US West 2; 2; Hours;"
            + " cloud.compute |  | 2 | vCPU-h"
      })
  void shouldCountInTheUnitOfItsKind(
      String provider, String service, String description, String amount, String unit, String brief)
      throws IOException {
    String charge = charge("Usage", "", description, amount, unit, provider, service, "NULL");

    assertThat(groups(charge)).extracting(Group::brief).containsExactly(brief + " | 1.5 | 1");
  }

  // 3 hours x (2 vCPU, 8 GB)
  @ParameterizedTest
  @CsvSource({
    "AWS, Amazon Elastic Compute Cloud, $0.1 per On Demand Linux m5.large Instance Hour, m5.large,"
        + " aws",
    "Microsoft, Virtual Machines, Virtual Machines Dv3/DSv3 Series - D2 v3/D2s v3 - US East, D2 v3,"
        + " azure"
  })
  void shouldFindTheInstanceInTheDescription(
      String provider, String service, String description, String type, String supplier)
      throws IOException {
    assertThat(groups(charge("Usage", "", description, "3", "Hours", provider, service, "NULL")))
        .allMatch(group -> group.supplier().equals(supplier) && group.region().equals("north"))
        .extracting(Group::brief)
        .containsExactlyInAnyOrder(
            "cloud.compute | " + type + " | 6 | vCPU-h | 1.5 | 1",
            "cloud.memory | " + type + " | 24 | GiB-h | 0 | 0");
  }

  // 2 hours x (16 vCPU, 64 GB) as FOCUS 1.2 has them in SkuPriceDetails
  // 3 h x (2 vCPU, 8 GB) at the effective cost of 1.5, whoever the commitment is with
  @Test
  void shouldCountUsageThatACommitmentCovers() throws IOException {
    String description = "m5.large reserved instance applied per Instance Hour";
    String service = "Amazon Elastic Compute Cloud";

    assertThat(groups(charge("Usage", "Used", description, "3", "Hours", "AWS", service, "NULL")))
        .allMatch(group -> group.disposition().equals("usage"))
        .extracting(Group::brief)
        .containsExactlyInAnyOrder(
            "cloud.compute | m5.large | 6 | vCPU-h | 1.5 | 1",
            "cloud.memory | m5.large | 24 | GiB-h | 0 | 0");
  }

  @Test
  void shouldFindTheInstanceInTheSkuPriceDetails() throws IOException {
    String details =
        "\"{\"\"InstanceType\"\": \"\"D16_v9\"\", \"\"CoreCount\"\": 16, \"\"MemorySize\"\": 64}\"";

    assertThat(
            groups(
                charge(
                    "Usage", "Used", "x", "2", "Hours", "Microsoft", "Virtual Machines", details)))
        .extracting(Group::brief)
        .containsExactlyInAnyOrder(
            "cloud.compute | D16_v9 | 32 | vCPU-h | 1.5 | 1",
            "cloud.memory | D16_v9 | 128 | GiB-h | 0 | 0");
  }

  @Test
  void shouldLetACorrectionOfUsageTakeUsageBack() throws IOException {
    String correction =
        charge("Usage", "", "Standard - E5", "-2", "OCPU Hours", "Oracle", "COMPUTE", "NULL")
            .replaceFirst("Usage,NULL", "Usage,Correction");

    assertThat(groups(correction))
        .extracting(Group::brief)
        .containsExactly("cloud.compute |  | -4 | vCPU-h | 1.5 | 1");
  }
}
