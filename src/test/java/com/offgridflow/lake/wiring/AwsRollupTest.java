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

/** Each AWS line type through the real SQL: CUR 2.0 as Parquet and CSV, the legacy CUR as CSV. */
class AwsRollupTest {

  private static final Map<String, String> TYPES =
      Map.of(
          "line_item_usage_start_date", "cast(line_item_usage_start_date as timestamp)",
          "line_item_usage_amount", "cast(line_item_usage_amount as double)",
          "line_item_unblended_cost", "cast(line_item_unblended_cost as double)",
          "product", "cast(cast(product as json) as map(varchar, varchar))",
          "reservation_effective_cost", "cast(reservation_effective_cost as double)",
          "savings_plan_savings_plan_effective_cost",
              "cast(savings_plan_savings_plan_effective_cost as double)");

  @TempDir Path directory;

  private final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  /** The groups, which must be the same whichever way the line comes. */
  private List<Group> groups(AwsLine line, String reserved, String saved) throws IOException {
    Path cur2 =
        Lake.write(directory.resolve("cur2.csv"), AwsLine.CUR_2, line.cur2(reserved, saved));
    Path cur = Lake.write(directory.resolve("cur.csv"), AwsLine.CUR, line.cur(reserved, saved));
    List<Group> fromParquet =
        lake.rollup(ShippedFormats.of("aws-cur-2"), lake.parquet(cur2, TYPES));
    assertThat(lake.rollup(ShippedFormats.of("aws-cur-2"), cur2))
        .containsExactlyInAnyOrderElementsOf(fromParquet);
    assertThat(lake.rollup(ShippedFormats.of("aws-cur"), cur))
        .containsExactlyInAnyOrderElementsOf(fromParquet);
    return fromParquet;
  }

  // Hours x (2 vCPU, 8 GB) of an m5.large; reservation and savings plan cost are columns of their
  // own.
  @ParameterizedTest
  @CsvSource({"Usage, 0.30", "DiscountedUsage, 0.11", "SavingsPlanCoveredUsage, 0.22"})
  void shouldCountUsageAtItsAmortisedCost(String type, String cost) throws IOException {
    AwsLine line = new AwsLine(type, "AmazonEC2", "EUC1-BoxUsage:m5.large", "3", "0.30", "Hrs");

    assertThat(groups(line, "0.11", "0.22"))
        .allMatch(group -> group.disposition().equals("usage"))
        .extracting(Group::brief)
        .containsExactlyInAnyOrder(
            "cloud.compute | m5.large | 6 | vCPU-h | " + cost.replaceAll("0$", "") + " | 1",
            "cloud.memory | m5.large | 24 | GiB-h | 0 | 0");
  }

  @ParameterizedTest
  @CsvSource({
    "Tax, tax",
    "Credit, credit",
    "Refund, refund",
    "Fee, fee",
    "RIFee, commitment-fee",
    "SavingsPlanUpfrontFee, commitment-fee",
    "SavingsPlanRecurringFee, commitment-fee",
    "SavingsPlanNegation, commitment-negation",
    "BundledDiscount, discount",
    "Discount, discount",
    "EdpDiscount, discount",
    "PrivateRateDiscount, discount",
    "RiVolumeDiscount, discount",
    "DistributorDiscount, discount",
    "Rounding, rounding",
    "Surprise, unknown:Surprise"
  })
  void shouldKeepOutOfUsageWhatIsNone(String type, String reason) throws IOException {
    AwsLine line = new AwsLine(type, "AmazonEC2", "EUC1-BoxUsage:m5.large", "3", "-0.5", "Hrs");

    assertThat(groups(line, "", ""))
        .allMatch(group -> group.disposition().equals("not-usage"))
        .extracting(Group::brief)
        .containsExactly(reason + " |  | 0 |  | -0.5 | 1");
  }

  // September has 720 hours: 1 GB-month = 720 GiB-h. 10,737,418,240,000 byte-hours / 2^30 = 10,000.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AmazonEC2; EUC1-EBS:VolumeUsage.gp3; 100; GB-Mo; cloud.storage.ssd | ec2_ebs_volume |"
            + " 72000 | GiB-h",
        "AmazonEC2; EBS:VolumeUsage.io2; 1; GB-Mo; cloud.storage.ssd | ec2_ebs_volume | 720 |"
            + " GiB-h",
        "AmazonEC2; EBS:VolumeUsage; 1; GB-Mo; cloud.storage.hdd | ec2_ebs_volume | 720 | GiB-h",
        "AmazonEC2; EBS:VolumeUsage.st1; 1; GB-Mo; cloud.storage.hdd | ec2_ebs_volume | 720 |"
            + " GiB-h",
        "AmazonEC2; EBS:SnapshotUsage; 1; GB-Mo; cloud.storage.hdd | ec2_ebs_snapshot | 720 |"
            + " GiB-h",
        "AmazonS3; TimedStorage-ByteHrs; 1; GB-Mo; cloud.storage.hdd | s3 | 720 | GiB-h",
        "AmazonS3; EU-TimedStorage-GlacierByteHrs; 1; GB-Mo; cloud.storage.hdd | s3 | 720 | GiB-h",
        "AmazonS3; TimedStorage-ByteHrs; 10737418240000; Byte-Hrs; cloud.storage.hdd | s3 | 10000 |"
            + " GiB-h",
        "AmazonS3; TimedStorage-ZIA-ByteHrs; 1; GB-Mo; cloud.storage.hdd |"
            + " s3_one_zone_reduced_redundancy | 720 | GiB-h",
        "AmazonS3; EarlyDelete-SIA; 1; GB-Mo; cloud.other | EarlyDelete-SIA | 1 | GB-Mo",
        "AmazonEFS; TimedStorage-ByteHrs; 1; GB-Mo; cloud.storage.ssd | efs | 720 | GiB-h",
        "AmazonEFS; TimedStorage-Z-ByteHrs; 1; GB-Mo; cloud.storage.ssd | efs_one_zone | 720 |"
            + " GiB-h",
        "AmazonRDS; RDS:GP3-Storage; 1; GB-Mo; cloud.storage.ssd | default | 720 | GiB-h",
        "AmazonRDS; RDS:StorageUsage; 1; GB-Mo; cloud.storage.hdd | default | 720 | GiB-h",
        "AmazonRDS; RDS:Multi-AZ-GP2-Storage; 1; GB-Mo; cloud.storage.ssd | rds_multi_az | 720 |"
            + " GiB-h",
        "AmazonRDS; Aurora:StorageUsage; 1; GB-Mo; cloud.storage.ssd | rds_aurora | 720 | GiB-h",
        "AmazonRDS; RDS:ChargedBackupUsage; 1; GB-Mo; cloud.storage.hdd | rds_backup | 720 | GiB-h",
        "AmazonDynamoDB; TimedStorage-ByteHrs; 1; GB-Mo; cloud.storage.ssd | dynamo_db | 720 |"
            + " GiB-h",
        "AmazonECR; TimedStorage-ByteHrs; 1; GB-Mo; cloud.storage.hdd | ecr_storage | 720 | GiB-h",
        "AmazonECS; Fargate-EphemeralStorage-GB-Hours; 500; GB-Hours; cloud.storage.ssd | default |"
            + " 500 | GiB-h",
        "AmazonEC2; EUC1-DataTransfer-Out-Bytes; 5; GB; cloud.network |  | 5 | GiB",
        "AmazonEC2; EUC1-USE1-AWS-Out-Bytes; 5; GB; cloud.network |  | 5 | GiB",
        "AmazonEC2; DataTransfer-Regional-Bytes; 5; GB; cloud.network |  | 5 | GiB",
        "AmazonEC2; EUC1-DataTransfer-In-Bytes; 5; GB; cloud.other | DataTransfer-In-Bytes | 5 |"
            + " GB",
        "AmazonEC2; EUC1-NatGateway-Hours; 1; Hrs; cloud.other | NatGateway-Hours | 1 | Hrs",
        "AmazonEC2; NatGateway-Bytes; 1; GB; cloud.other | NatGateway-Bytes | 1 | GB",
        "AWSELB; LCUUsage; 1; LCU-Hrs; cloud.other | LCUUsage | 1 | LCU-Hrs",
        "AmazonCloudWatch; CW:AlarmMonitorUsage; 1; Alarms; cloud.other | CW:AlarmMonitorUsage | 1"
            + " | Alarms",
        "AmazonEC2; BoxUsage:x99.huge; 1; Hrs; cloud.other | BoxUsage:x99.huge | 1 | Hrs",
        "AmazonEC2; BoxUsage:x9.large; 1; Hrs; cloud.other | BoxUsage:x9.large | 1 | Hrs",
        "5h2kmarketplaceproduct; EUC1-SoftwareUsage:m5.large; 1; Hrs; cloud.other |"
            + " SoftwareUsage:m5.large | 1 | Hrs",
        "5h2kmarketplaceproduct; EUC1-BoxUsage:m5.large; 1; Hrs; cloud.other | BoxUsage:m5.large |"
            + " 1 | Hrs",
        "5h2kmarketplaceproduct; MP:Contract-Units; 3; Units; cloud.other | MP:Contract-Units | 3 |"
            + " Units",
        "ElasticMapReduce; BoxUsage:m5.large; 1; Hrs; cloud.other | BoxUsage:m5.large | 1 | Hrs",
        "AmazonECS; Fargate-vCPU-Hours:perCPU; 4; hours; cloud.compute |  | 4 | vCPU-h",
        "AmazonECS; Fargate-GB-Hours; 4; hours; cloud.memory |  | 4 | GiB-h"
      })
  void shouldCountInTheUnitOfItsKind(
      String service, String usage, String amount, String unit, String expected)
      throws IOException {
    AwsLine line = new AwsLine("Usage", service, usage, amount, "1.5", unit);

    assertThat(groups(line, "", ""))
        .extracting(Group::brief)
        .containsExactly(expected + " | 1.5 | 1");
  }

  // 3,600,000 GB-s = 1,000 GiB-h; at 1,769 MB a vCPU: 1000 x 1024 / 1769 = 578.858... vCPU-h.
  @Test
  void shouldCountFunctionsAsMemoryAndItsShareOfProcessor() throws IOException {
    AwsLine line = new AwsLine("Usage", "AWSLambda", "Lambda-GB-Second", "3600000", "60", "Second");

    List<Group> groups = groups(line, "", "");

    assertThat(groups).extracting(Group::unit).containsExactlyInAnyOrder("vCPU-h", "GiB-h");
    assertThat(groups)
        .filteredOn(group -> group.unit().equals("GiB-h"))
        .allSatisfy(g -> assertThat(g.quantity().doubleValue()).isBetween(999.9999, 1000.0001));
    assertThat(groups)
        .filteredOn(group -> group.unit().equals("vCPU-h"))
        .allSatisfy(g -> assertThat(g.quantity().doubleValue()).isBetween(578.858, 578.859));
  }

  // A Multi-AZ database has a standby of the same size: 3 h x 2 x (4 vCPU, 32 GB).
  @Test
  void shouldCountTheStandbyOfAMultiAzDatabase() throws IOException {
    AwsLine line = new AwsLine("Usage", "AmazonRDS", "Multi-AZUsage:db.r5.xlarge", "3", "3", "Hrs");

    assertThat(groups(line, "", ""))
        .extracting(Group::brief)
        .containsExactlyInAnyOrder(
            "cloud.compute | r5.xlarge | 24 | vCPU-h | 3 | 1",
            "cloud.memory | r5.xlarge | 192 | GiB-h | 0 | 0");
  }

  @Test
  void shouldTakeProcessorsFromTheProductBeforeTheTable() throws IOException {
    String row =
        new AwsLine("Usage", "AmazonEC2", "BoxUsage:m5.large", "1", "1", "Hrs")
            .cur2("", "")
            .replace("{}", "\"{\"\"vcpu\"\":\"\"6\"\",\"\"memory\"\":\"\"1,952 GiB\"\"}\"");
    Path cur2 = Lake.write(directory.resolve("cur2.csv"), AwsLine.CUR_2, row);

    assertThat(lake.rollup(ShippedFormats.of("aws-cur-2"), cur2, lake.parquet(cur2, TYPES)))
        .extracting(Group::brief)
        .containsExactlyInAnyOrder(
            "cloud.compute | m5.large | 12 | vCPU-h | 2 | 2",
            "cloud.memory | m5.large | 3904 | GiB-h | 0 | 0");
  }

  @Test
  void shouldGroupByDayInUtc() throws IOException {
    AwsLine line = new AwsLine("Usage", "AmazonEC2", "NatGateway-Hours", "1", "1", "Hrs");
    String late = line.cur("", "");
    String next = late.replace("2024-09-02T23:00:00Z", "2024-09-03T01:30:00+02:00");
    Path file = Lake.write(directory.resolve("cur.csv"), AwsLine.CUR, late, next);

    assertThat(lake.rollup(ShippedFormats.of("aws-cur"), file))
        .singleElement()
        .satisfies(group -> assertThat(group.day()).hasToString("2024-09-02"))
        .satisfies(group -> assertThat(group.lines()).isEqualTo(2));
  }
}
