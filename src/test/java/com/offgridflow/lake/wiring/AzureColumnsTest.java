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
import org.junit.jupiter.api.Test;

/** How the columns of Azure cost exports are read. */
class AzureColumnsTest extends AzureRollups {
  private static final Path REGIONS = Path.of("../shared/data/billing/finops-toolkit/Regions.csv");

  @Test
  void shouldKeepDayAccountServiceRegionAndCurrency() throws IOException {
    Group group = groups(AzureLine.vm("Usage", "OnDemand")).get(0);

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
    AzureLine line = AzureLine.usage("Bandwidth", "", "Data Transfer Out", "1 GB", "1");
    String[] lines = rows.stream().map(row -> line.at(row[0]).ea()).toArray(String[]::new);
    String[] file = new String[lines.length + 1];
    file[0] = AzureLine.EA;
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
    String line = AzureLine.usage("Bandwidth", "", "Data Transfer Out", "1 GB", "2E-06").ea();
    Path file = Lake.write(directory.resolve("new.csv"), AzureLine.EA + ",GreenScore", line + ",7");

    assertThat(lake.rollup(ShippedFormats.of("azure-cost"), file))
        .extracting(Group::brief)
        .containsExactly("cloud.network |  | 0.000002 | GiB | 1.5 | 1");
  }

  @Test
  void shouldRejectADayThatIsNone() throws IOException {
    String bad = AzureLine.vm("Usage", "OnDemand").ea().replace("09/02/2024", "23/02/2024");
    Path file =
        Lake.write(directory.resolve("bad.csv"), AzureLine.EA, AzureLine.vm("Usage", "").ea(), bad);
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
    Path file =
        Lake.write(directory.resolve("any.csv"), AzureLine.MCA, AzureLine.vm("Usage", "").mca());

    Recognition recognition = lake.reader().recognise(file, lake.scratch());

    assertThat(((Recognised) recognition).format()).isEqualTo(ShippedFormats.of("azure-cost"));
  }

  @Test
  void shouldNameTheColumnThatIsMissing() throws IOException {
    Path file =
        Lake.write(directory.resolve("any.csv"), AzureLine.EA.replace(",Quantity", ",Quantiy"), "");

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
