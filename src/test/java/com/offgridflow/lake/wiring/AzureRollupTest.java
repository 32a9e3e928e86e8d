package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Azure charges are use, and how much. */
class AzureRollupTest extends AzureRollups {
  // 3 h x (2 vCPU, 8 GB) of a D2 v3. What a commitment covers is use, too: in actual cost at 0, in
  // amortised cost at its share.
  @ParameterizedTest
  @CsvSource({"OnDemand", "Reservation", "SavingsPlan", "Spot", "On Demand", "''"})
  void shouldCountUsageOnceWhateverItsPricingModel(String model) throws IOException {
    assertThat(groups(AzureLine.vm("Usage", model)))
        .allMatch(group -> group.disposition().equals("usage"))
        .extracting(Group::brief)
        .containsExactlyInAnyOrder(
            "cloud.compute | D2 v3 | 6 | vCPU-h | 0.3 | 1",
            "cloud.memory | D2 v3 | 24 | GiB-h | 0 | 0");
  }

  @ParameterizedTest
  @CsvSource({
    "Purchase, Reservation, commitment-fee",
    "Purchase, SavingsPlan, commitment-fee",
    "Purchase, OnDemand, purchase",
    "Refund, Reservation, refund",
    "UnusedReservation, Reservation, commitment-unused",
    "UnusedSavingsPlan, SavingsPlan, commitment-unused",
    "RoundingAdjustment, '', rounding",
    "Tax, '', tax",
    "Credit, '', credit",
    "Adjustment, '', adjustment",
    "Surprise, '', unknown:Surprise"
  })
  void shouldKeepOutOfUsageWhatIsNone(String type, String model, String reason) throws IOException {
    assertThat(groups(AzureLine.vm(type, model)))
        .allMatch(group -> group.disposition().equals("not-usage"))
        .extracting(Group::brief)
        .containsExactly(reason + " |  | 0 |  | 0.3 | 1");
  }

  @Test
  void shouldTakeMarketplaceHoursForASurchargeAndNotForAMachine() throws IOException {
    assertThat(groups(AzureLine.vm("Usage", "OnDemand").published("Marketplace")))
        .extracting(Group::brief)
        .containsExactly("cloud.other | D2 v3/D2s v3 | 3 | hour | 0.3 | 1");
  }

  @Test
  void shouldReadTheSizeFromTheMeterWhereTheLineDoesNotName() throws IOException {
    assertThat(groups(AzureLine.vm("Usage", "OnDemand").knowing("")))
        .extracting(Group::brief)
        .contains("cloud.compute | D2 v3 | 6 | vCPU-h | 0.3 | 1");
  }

  @Test
  void shouldLeaveHoursOfAnUnknownSizeAsTheyAreBilled() throws IOException {
    assertThat(
            groups(AzureLine.vm("Usage", "OnDemand").knowing("{\"ServiceType\":\"Standard_X9\"}")))
        .extracting(Group::brief)
        .containsExactly("cloud.other | D2 v3/D2s v3 | 3 | hour | 0.3 | 1");
  }

  // September has 720 hours: 1 GB-month = 720 GiB-h. A P30 has 1,024 GiB: half a month of it is
  // 0.5 x 1024 x 720 = 368,640 GiB-h. 9 GB-s = 0.0025 GiB-h. "100 Hours" is a block for the price.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Storage; Premium SSD Managed Disks; P30 LRS Disk; 1/Month; 0.5; cloud.storage.ssd |"
            + " storage_disks | 368640 | GiB-h",
        "Storage; Standard SSD Managed Disks; E2 Disks; 1/Month; 1; cloud.storage.ssd |"
            + " storage_disks | 5760 | GiB-h",
        "Storage; Standard HDD Managed Disks; S4 LRS Disk; 1 /Month; 1; cloud.storage.hdd |"
            + " storage_disks | 23040 | GiB-h",
        "Storage; Premium SSD Managed Disks; P30 LRS Disk Mount; 1/Month; 1; cloud.other | P30 LRS"
            + " Disk Mount | 1 | month",
        "Storage; Standard HDD Managed Disks; Disk Operations; 10K; 4; cloud.other | Disk"
            + " Operations | 4 | unit",
        "Storage; Ultra Disks; Ultra LRS Provisioned Capacity; 1 GiB/Hour; 100; cloud.storage.ssd |"
            + " storage_disks | 100 | GiB-h",
        "Storage; Tiered Block Blob; Hot GRS Data Stored; 100 GB/Month; 100; cloud.storage.hdd |"
            + " storage_grs | 72000 | GiB-h",
        "Storage; Tiered Block Blob; Hot ZRS Data Stored; 1 GB/mes; 100; cloud.storage.hdd |"
            + " storage_zrs | 72000 | GiB-h",
        "Storage; Premium Block Blob; Premium LRS Data Stored; 1 GB/Month; 100; cloud.storage.ssd |"
            + " storage_lrs | 72000 | GiB-h",
        "Storage; Tiered Block Blob; Archive LRS Early Delete; 1 GB/Month; 100; cloud.other |"
            + " Archive LRS Early Delete | 100 | gb/month",
        "Backup; Backup; GRS Data Stored; 1 GB/Month; 100; cloud.storage.hdd | storage_grs | 72000"
            + " | GiB-h",
        "SQL Database; Single/Elastic Pool General Purpose - Storage; General Purpose Data Stored;"
            + " 1 GB/Month; 100; cloud.storage.ssd | sql_db | 72000 | GiB-h",
        "SQL Database; Single/Elastic Pool General Purpose - Compute Gen5; vCore; 1 Hour; 48;"
            + " cloud.compute |  | 48 | vCPU-h",
        "Azure Database for MySQL; Basic - Compute Gen5; 2 vCore; 100 Hours; 24; cloud.compute |  |"
            + " 48 | vCPU-h",
        "SQL Managed Instance; Managed Instance General Purpose - SQL License; vCore; 1 Hour; 47;"
            + " cloud.other | vCore | 47 | hour",
        "Container Instances; Container Instances; Standard vCPU Duration; 1 Hour; 5; cloud.compute"
            + " |  | 5 | vCPU-h",
        "Container Instances; Container Instances; Standard Memory Duration; 1 GB Hour; 5;"
            + " cloud.memory |  | 5 | GiB-h",
        "Functions; Functions; Standard Execution Time; 1 GB Second; 9; cloud.memory |  | 0.0025 |"
            + " GiB-h",
        "Virtual Machines Licenses; Windows Server; 2 vCPU VM License; 1 Hour; 24; cloud.other | 2"
            + " vCPU VM License | 24 | hour",
        "Bandwidth; Inter-Region; Intra Continent Data Transfer Out; 1 GB; 7; cloud.network |  | 7"
            + " | GiB",
        "Virtual Network; Virtual Network Peering; Intra-Region Egress; 1 GB; 7; cloud.network |  |"
            + " 7 | GiB",
        "Bandwidth; Inter-Region; Inter Continent Data Transfer Out; 1 TB; 3; cloud.network |  | 3"
            + " | TiB",
        "Storage; Files v2; Hot LRS Data Stored; 1 TB/Month; 2; cloud.storage.hdd | storage_lrs |"
            + " 1440 | TiB-h",
        "Bandwidth; Bandwidth; Standard Data Transfer In; 1 GB; 7; cloud.other | Standard Data"
            + " Transfer In | 7 | gb",
        "Virtual Machines; Dv3/DSv3 Series; D2 v3/D2s v3; 1 小时; 1; cloud.compute | D2 v3 | 2 |"
            + " vCPU-h",
        "Key Vault; Key Vault; Operations; 10K; 9; cloud.other | Operations | 9 | unit"
      })
  void shouldMeasureUsage(
      String category, String sub, String meter, String unit, String quantity, String expected)
      throws IOException {
    assertThat(groups(AzureLine.usage(category, sub, meter, unit, quantity)))
        .filteredOn(group -> group.lines() > 0)
        .extracting(Group::brief)
        .containsExactly(expected + " | 1.5 | 1");
  }
}
