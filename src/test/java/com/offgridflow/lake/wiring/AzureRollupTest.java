package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.offgridflow.lake.Recognition;
import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.Recognition.Unrecognised;
import com.offgridflow.lake.RejectedRow;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each Azure charge through the real SQL, from an EA file (PascalCase, US dates) and an MCA file
 * (camelCase, ISO dates), the latter also as Parquet. Column names: Microsoft Learn, "Enterprise
 * Agreement cost and usage details file schema" and "Microsoft Customer Agreement ...".
 */
class AzureRollupTest {

  private static final Path REGIONS = Path.of("../shared/data/billing/finops-toolkit/Regions.csv");

  private static final String EA =
      "SubscriptionId,Date,Product,MeterCategory,MeterSubCategory,MeterName,Quantity,Cost,"
          + "BillingCurrency,ResourceLocation,ConsumedService,AdditionalInfo,Tags,UnitOfMeasure,"
          + "ChargeType,PublisherType,PricingModel";

  private static final String MCA =
      "chargeType,date,costInBillingCurrency,billingCurrency,SubscriptionId,meterCategory,"
          + "meterSubCategory,meterName,quantity,unitOfMeasure,resourceLocation,consumedService,"
          + "additionalInfo,pricingModel,publisherType,tags";

  @TempDir Path directory;

  private final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  private record Line(
      String type,
      String model,
      String publisher,
      String category,
      String sub,
      String meter,
      String unit,
      String quantity,
      String cost,
      String location,
      String info) {

    static Line usage(String category, String sub, String meter, String unit, String quantity) {
      return new Line(
          "Usage", "OnDemand", "Azure", category, sub, meter, unit, quantity, "1.5", "EastUS2", "");
    }

    static Line vm(String type, String model) {
      String info = "{\"ServiceType\": \"Standard_D2_v3\", \"VCPUs\": 2, \"VMName\": \"web\"}";
      return new Line(
          type,
          model,
          "Azure",
          "Virtual Machines",
          "Dv3/DSv3 Series",
          "D2 v3/D2s v3",
          "1 Hour",
          "3",
          "0.30",
          "EastUS2",
          info);
    }

    Line published(String by) {
      return new Line(type, model, by, category, sub, meter, unit, quantity, cost, location, info);
    }

    Line at(String region) {
      return new Line(
          type, model, publisher, category, sub, meter, unit, quantity, cost, region, info);
    }

    Line knowing(String additionalInfo) {
      return new Line(
          type,
          model,
          publisher,
          category,
          sub,
          meter,
          unit,
          quantity,
          cost,
          location,
          additionalInfo);
    }

    private static String quoted(String cell) {
      return '"' + cell.replace("\"", "\"\"") + '"';
    }

    String ea() {
      return String.join(
          ",",
          "sub-1",
          "09/02/2024",
          "",
          category,
          sub,
          meter,
          quantity,
          cost,
          "EUR",
          location,
          "Microsoft.Compute",
          quoted(info),
          quoted("\"env\": \"prod\",\"org\": \"trey\""),
          unit,
          type,
          publisher,
          model);
    }

    String mca() {
      return String.join(
          ",",
          type,
          "2024-09-02",
          cost,
          "EUR",
          "sub-1",
          category,
          sub,
          meter,
          quantity,
          unit,
          location,
          "Microsoft.Compute",
          quoted(info),
          model,
          publisher,
          quoted("{\"env\": \"prod\"}"));
    }
  }

  /** The groups, which must be the same whichever way the line comes. */
  private List<Group> groups(Line line) throws IOException {
    Path ea = Lake.write(directory.resolve("ea.csv"), EA, line.ea());
    Path mca = Lake.write(directory.resolve("mca.csv"), MCA, line.mca());
    Path parquet =
        lake.parquet(
            mca,
            Map.of(
                "date", "cast(date as timestamp)",
                "quantity", "cast(quantity as double)",
                "costInBillingCurrency", "cast(costInBillingCurrency as double)"));
    List<Group> groups = lake.rollup(ShippedFormats.of("azure-cost"), ea);
    assertThat(lake.rollup(ShippedFormats.of("azure-cost"), mca))
        .containsExactlyInAnyOrderElementsOf(groups);
    assertThat(lake.rollup(ShippedFormats.of("azure-cost"), parquet))
        .containsExactlyInAnyOrderElementsOf(groups);
    return groups;
  }

  // 3 h x (2 vCPU, 8 GB) of a D2 v3. What a commitment covers is use, too: in actual cost at 0, in
  // amortised cost at its share.
  @ParameterizedTest
  @CsvSource({"OnDemand", "Reservation", "SavingsPlan", "Spot", "On Demand", "''"})
  void shouldCountUsageOnceWhateverItsPricingModel(String model) throws IOException {
    assertThat(groups(Line.vm("Usage", model)))
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
    assertThat(groups(Line.vm(type, model)))
        .allMatch(group -> group.disposition().equals("not-usage"))
        .extracting(Group::brief)
        .containsExactly(reason + " |  | 0 |  | 0.3 | 1");
  }

  @Test
  void shouldTakeMarketplaceHoursForASurchargeAndNotForAMachine() throws IOException {
    assertThat(groups(Line.vm("Usage", "OnDemand").published("Marketplace")))
        .extracting(Group::brief)
        .containsExactly("cloud.other | D2 v3/D2s v3 | 3 | hour | 0.3 | 1");
  }

  @Test
  void shouldReadTheSizeFromTheMeterWhereTheLineDoesNotName() throws IOException {
    assertThat(groups(Line.vm("Usage", "OnDemand").knowing("")))
        .extracting(Group::brief)
        .contains("cloud.compute | D2 v3 | 6 | vCPU-h | 0.3 | 1");
  }

  @Test
  void shouldLeaveHoursOfAnUnknownSizeAsTheyAreBilled() throws IOException {
    assertThat(groups(Line.vm("Usage", "OnDemand").knowing("{\"ServiceType\":\"Standard_X9\"}")))
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
    assertThat(groups(Line.usage(category, sub, meter, unit, quantity)))
        .filteredOn(group -> group.lines() > 0)
        .extracting(Group::brief)
        .containsExactly(expected + " | 1.5 | 1");
  }

  @Test
  void shouldKeepDayAccountServiceRegionAndCurrency() throws IOException {
    Group group = groups(Line.vm("Usage", "OnDemand")).get(0);

    assertThat(group.day()).isEqualTo(LocalDate.of(2024, 9, 2));
    assertThat(List.of(group.account(), group.service(), group.region(), group.supplier()))
        .containsExactly("sub-1", "Virtual Machines", "eastus2", "azure");
    assertThat(group.currency()).isEqualTo("EUR");
  }

  @Test
  void shouldKnowEveryNameThatMicrosoftsListHasForARegion() throws IOException {
    assumeTrue(Files.exists(REGIONS), "the list of regions is not here: " + REGIONS);
    List<String[]> rows =
        Files.readAllLines(REGIONS).stream().skip(1).map(line -> line.split(",", 3)).toList();
    Line line = Line.usage("Bandwidth", "", "Data Transfer Out", "1 GB", "1");
    String[] lines = rows.stream().map(row -> line.at(row[0]).ea()).toArray(String[]::new);
    String[] file = new String[lines.length + 1];
    file[0] = EA;
    System.arraycopy(lines, 0, file, 1, lines.length);

    Map<String, Long> counted =
        lake
            .rollup(ShippedFormats.of("azure-cost"), Lake.write(directory.resolve("r.csv"), file))
            .stream()
            .collect(Collectors.toMap(Group::region, Group::lines));

    assertThat(counted)
        .isEqualTo(rows.stream().collect(Collectors.groupingBy(r -> r[1], Collectors.counting())));
  }

  @Test
  void shouldReadAColumnThatIsNewAndOneInExponentialNotation() throws IOException {
    String line = Line.usage("Bandwidth", "", "Data Transfer Out", "1 GB", "2E-06").ea();
    Path file = Lake.write(directory.resolve("new.csv"), EA + ",GreenScore", line + ",7");

    assertThat(lake.rollup(ShippedFormats.of("azure-cost"), file))
        .extracting(Group::brief)
        .containsExactly("cloud.network |  | 0.000002 | GiB | 1.5 | 1");
  }

  @Test
  void shouldRejectADayThatIsNone() throws IOException {
    String bad = Line.vm("Usage", "OnDemand").ea().replace("09/02/2024", "23/02/2024");
    Path file = Lake.write(directory.resolve("bad.csv"), EA, Line.vm("Usage", "").ea(), bad);
    var delivery =
        lake.reader().open(ShippedFormats.of("azure-cost"), List.of(file), lake.scratch());
    long accounted = lake.groups(delivery).stream().mapToLong(Group::lines).sum();

    List<RejectedRow> rejected = lake.reader().rejected(delivery, accounted);

    assertThat(rejected)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.row()).isEqualTo(3);
              assertThat(row.column()).isEqualTo("Date");
              assertThat(row.value()).isEqualTo("23/02/2024");
              assertThat(row.expected()).contains("2024-09-01", "09/01/2024");
            });
  }

  @Test
  void shouldTellItFromFocusByItsHeader() throws IOException {
    Path file = Lake.write(directory.resolve("any.csv"), MCA, Line.vm("Usage", "").mca());

    Recognition recognition = lake.reader().recognise(file, lake.scratch());

    assertThat(((Recognised) recognition).format()).isEqualTo(ShippedFormats.of("azure-cost"));
  }

  @Test
  void shouldNameTheColumnThatIsMissing() throws IOException {
    Path file = Lake.write(directory.resolve("any.csv"), EA.replace(",Quantity", ",Quantiy"), "");

    Recognition recognition = lake.reader().recognise(file, lake.scratch());

    assertThat(((Unrecognised) recognition).message())
        .contains("looks like azure-cost but lacks Quantity (there is Quantiy)");
  }

  @Test
  void shouldShowATranslatedHeaderAndTheColumnsThatItShouldHave() throws IOException {
    Path file =
        Lake.write(
            directory.resolve("de.csv"), "Datum,Kategorie,Verbrauchte Menge,Kosten", "1,2,3,4");

    Recognition recognition = lake.reader().recognise(file, lake.scratch());

    assertThat(((Unrecognised) recognition).message())
        .contains("Datum, Kategorie, Verbrauchte Menge, Kosten")
        .contains("for azure-cost ChargeType, Date (there is Datum), CostInBillingCurrency");
  }
}
