package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.lake.wiring.LakeSettings;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source that the hub does not ship: a route, a rollup and its sample, and no Java. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class DroppedFormatTest {
  private static final Path DROPPED = Path.of("target/test-classes/dropped").toAbsolutePath();

  @Inject Syncs syncs;
  @Inject LakeSettings lake;
  @Inject CamelContext camel;

  @AfterEach
  void removeWhatWasDropped() throws Exception {
    camel.getRouteController().stopRoute("source-toy-bill");
    camel.removeRoute("source-toy-bill");
    try (Stream<Path> files = Files.walk(directory())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path directory() {
    return lake.formatDirectory().orElseThrow();
  }

  private void drop(String rollup) throws Exception {
    Files.createDirectories(directory());
    Files.writeString(directory().resolve("toy-bill.sql"), rollup);
    String route = "file:" + DROPPED.resolve("routes/toy-bill.camel.yaml");
    PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveResource(camel, route));
  }

  private static String rollup() throws IOException {
    return Files.readString(DROPPED.resolve("formats/toy-bill.sql"));
  }

  private String synced() {
    Path input = DROPPED.resolve("input");
    String tenant = syncs.tenant("toy-bill", Map.of("location", input.toString()));
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    return tenant;
  }

  @Test
  void shouldReadAFormatThatWasPutIntoTheDirectoryWhileTheHubRan() throws Exception {
    drop(rollup());

    assertReadWhole(synced());
  }

  private void assertReadWhole(String tenant) throws IOException {
    assertThat(syncs.activities(tenant))
        .isEqualTo(
            Files.readAllLines(DROPPED.resolve("expected/activities.csv")).stream()
                .skip(2)
                .toList());
    assertThat(syncs.lines(tenant)).containsExactly("4 2 1 1");
    assertThat(syncs.rejections(tenant))
        .singleElement()
        .asString()
        .contains("line 5", "Day", "09/02/2024");
  }

  @Test
  void shouldReadAFormatThatIncludesATextOfItsOwnDirectory() throws Exception {
    int end = rollup().indexOf("from toy_bill");
    Path shared = Files.createDirectories(directory().resolve("shared"));
    Files.writeString(shared.resolve("toy-end.sql"), rollup().substring(end));
    drop(rollup().substring(0, end) + "\n-- include: toy-end\n");

    assertReadWhole(synced());
  }

  /** 3 h + 4 h, as above, by the text that the shipped rollups end with. */
  @Test
  void shouldReadAFormatThatIncludesAShippedText() throws Exception {
    drop(declaration() + MEASURED + "-- include: activity\n");

    assertReadWhole(synced());
  }

  private static String declaration() throws IOException {
    return rollup().substring(0, rollup().indexOf("select case"));
  }

  private static final String MEASURED =
      """
      with measured_group as (
        select cast(Day as date) as day, 'all' as account, 'compute' as service, 'eu-toy-1' as region,
          'toy' as supplier, 'EUR' as currency, sum(CpuHours) as amount, sum(Price) as cost, count(*) as lines,
          case when LineKind = 'use' then 'usage' else 'not-usage' end as disposition,
          'unknown:' || LineKind as reason, 'vcpu' as measure, '' as instance_name, 1 as nodes,
          cast(null as decimal(12, 3)) as own_vcpus, cast(null as decimal(12, 3)) as own_memory_gb,
          cast(null as varchar) as medium, '' as storage_class, cast(null as integer) as disk_gb,
          '' as other_name, '' as other_unit
        from toy_bill
        group by LineKind, Day
      ),
      """;

  @Test
  void shouldNotReadAFormatWhoseIncludeIsUnknown() throws Exception {
    drop(declaration() + "-- include: activities\n");

    assertThat(syncs.rejections(synced()))
        .singleElement()
        .asString()
        .startsWith("UNKNOWN_FORMAT")
        .contains("line kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from toy_bill | from toy_bills | Table with name toy_bills does not exist
          sum(Price)    | sum(Pryce)     | Referenced column
          """)
  void shouldSayThatTheSqlIsWrongAndNotTheFile(String right, String wrong, String why)
      throws Exception {
    assertThat(rollup()).contains(right);
    drop(rollup().replace(right, wrong));

    assertThat(syncs.rejections(synced()))
        .singleElement()
        .asString()
        .contains("because the SQL of format toy-bill does not fit its columns", why)
        .doesNotContain("damaged");
  }

  @Test
  void shouldSayThatTheRouteNamesNoFormats() throws Exception {
    drop(rollup());
    String route = Files.readString(DROPPED.resolve("routes/toy-bill.camel.yaml"));
    Resource misspelt =
        ResourceHelper.fromString(
            "file:misspelt.camel.yaml", route.replace("hubFormats", "hubFormts"));
    PluginHelper.getRoutesLoader(camel).updateRoutes(misspelt);

    String input = DROPPED.resolve("input").toString();
    Syncs.Done done = syncs.sync(syncs.tenant("toy-bill", Map.of("location", input)));

    assertThat(done.state().succeeded()).isFalse();
    assertThat(done.cause())
        .contains("the route of the source 'toy-bill' sets no exchange property 'hubFormats'");
  }

  @Test
  void shouldSayWhichColumnsARollupMustReturn() throws Exception {
    drop(rollup().replace("as currency", "as money"));

    String input = DROPPED.resolve("input").toString();
    Syncs.Done done = syncs.sync(syncs.tenant("toy-bill", Map.of("location", input)));

    assertThat(done.state().succeeded()).isFalse();
    assertThat(done.cause())
        .contains("the rollup returns the columns", "cost, money", "must return", "cost, currency");
  }

  @Test
  void shouldLeaveTheOtherFormatsWhenOneThatWasDroppedDeclaresNothing() throws Exception {
    drop("select 1");

    String tenant = synced();

    assertThat(syncs.rejections(tenant))
        .singleElement()
        .asString()
        .startsWith("UNKNOWN_FORMAT")
        .contains("line kind");
    List<String> runs = syncs.runs(tenant);
    assertThat(runs).singleElement().asString().startsWith("failed");
  }
}
