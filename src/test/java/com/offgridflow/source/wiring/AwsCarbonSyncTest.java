package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.AwsFiles.csv;
import static com.offgridflow.source.wiring.AwsFiles.gzip;
import static com.offgridflow.source.wiring.AwsFiles.manifest;
import static com.offgridflow.source.wiring.AwsFiles.parquet;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AWS's carbon emissions exports from S3, and what a new model makes of them. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AwsCarbonSyncTest {
  private static final List<String> FIGURES =
      List.of(
          "total_lbm",
          "total_mbm",
          "total_scope_1",
          "total_scope_2_lbm",
          "total_scope_2_mbm",
          "total_scope_3_lbm",
          "total_scope_3_mbm");
  private static final String IDENTITY =
      "last_refresh_timestamp,location,model_version,payer_account_id,product_code,region_code,"
          + "usage_account_id,usage_period_end,usage_period_start";
  private static final String HEADER =
      IDENTITY
          + FIGURES.stream()
              .map(f -> "," + f + "_emissions_value," + f + "_emissions_unit")
              .collect(Collectors.joining());
  private static final String CURRENT =
      """
      select concat_ws(' | ', trim_scale(quantity), unit, account, service, region,
        period_start at time zone 'UTC', details->>'basis', details->>'provider_scope',
        details->>'model_version')
      from activity where tenant_id = ? and superseded_at is null and kind = 'cloud.reported'
      order by details->>'basis', details->>'provider_scope'""";

  private static S3Server server;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;

  @BeforeAll
  static void startServer() throws IOException {
    server = new S3Server("carbon");
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    server.close();
  }

  private String tenant(String prefix) {
    Map<String, String> settings =
        Map.of(
            "location", "s3://carbon/" + prefix,
            "endpoint", "http://localhost:" + server.port());
    String tenant = syncs.tenant("aws-carbon", settings);
    secrets.store(tenant, "bills", StsDouble.HUB.asSecret());
    return tenant;
  }

  private static String row(String model, String... tons) {
    return "2025-02-19 08:00:00Z,US East (N. Virginia),"
        + model
        + ",999988887777,AmazonEC2,us-east-1,111122223333,2025-02-01 00:00:00Z,2025-01-01 00:00:00Z"
        + Stream.of(tons)
            .map(value -> "," + value + (value.isEmpty() ? "," : ",MTCO2e"))
            .collect(Collectors.joining());
  }

  private static void deliver(String export, String model, byte[] file, String ending) {
    String partition = "model_version=" + model + "/usage_period=2025-01/";
    String key = export + "/data/" + partition + "c-00001" + ending;
    server.put("carbon/" + key, file);
    server.put(
        "carbon/" + export + "/metadata/" + partition + "c-Manifest.json", manifest("carbon", key));
  }

  // totals of 0.0006 t and 0.00045 t: 0.1 + 0.2 + 0.3 kg by location, 0.1 + 0.05 + 0.3 kg by market
  private static final String MODEL_3 =
      row("v3.0.0", "0.0006", "0.00045", "0.0001", "0.0002", "0.00005", "0.0003", "0.0003");

  @Test
  void shouldTakeInScopesByLocationAndByMarketFromGzipAndParquet() {
    byte[] lines = csv(HEADER, MODEL_3);
    deliver("gz/c", "v3.0.0", gzip(lines), ".csv.gz");
    deliver(
        "pq/c",
        "v3.0.0",
        parquet(
            lines,
            "cast(usage_period_start as timestamp) as usage_period_start",
            "cast(total_lbm_emissions_value as double) as total_lbm_emissions_value",
            "cast(total_mbm_emissions_value as double) as total_mbm_emissions_value"),
        ".snappy.parquet");

    for (String prefix : List.of("gz", "pq")) {
      String tenant = tenant(prefix);
      Syncs.Done done = syncs.sync(tenant);

      assertThat(done.state().succeeded()).as(done.cause()).isTrue();
      assertThat(syncs.rejections(tenant)).isEmpty();
      String place = " | kg CO2e | 111122223333 | AmazonEC2 | us-east-1 | 2025-01-01 00:00:00 | ";
      assertThat(syncs.texts(tenant, CURRENT))
          .containsExactly(
              "0.1" + place + "location | 1 | v3.0.0",
              "0.2" + place + "location | 2 | v3.0.0",
              "0.3" + place + "location | 3 | v3.0.0",
              "0.1" + place + "market | 1 | v3.0.0",
              "0.05" + place + "market | 2 | v3.0.0",
              "0.3" + place + "market | 3 | v3.0.0");
      assertThat(syncs.lines(tenant)).containsExactly("1 1 0 0");
    }
  }

  @Test
  void shouldEstimateWhatIsReportedAsItStands() {
    deliver("as-is/c", "v3.0.0", gzip(csv(HEADER, MODEL_3)), ".csv.gz");
    String tenant = tenant("as-is");

    syncs.sync(tenant);

    String emissions =
        """
        select a.details->>'basis' || ' ' || trim_scale(sum(e.kg_co2e)) from emission e
        join activity a using (activity_id) where e.tenant_id = ? and e.method = 'provider-reported'
        group by a.details->>'basis' order by 1""";
    assertThat(syncs.texts(tenant, emissions)).containsExactly("location 0.6", "market 0.45");
  }

  // the second model has totals alone, and no figure for location
  @Test
  void shouldSupersedeTheFiguresOfAnEarlierModel() {
    String earlier = row("v2.0.1", "", "0.002", "", "", "", "", "");
    deliver("model/c", "v2.0.1", gzip(csv(HEADER, earlier)), ".csv.gz");
    String tenant = tenant("model");
    syncs.sync(tenant);
    assertThat(syncs.texts(tenant, CURRENT))
        .containsExactly(
            "2 | kg CO2e | 111122223333 | AmazonEC2 | us-east-1 | 2025-01-01 00:00:00 | market | v2.0.1");

    deliver(
        "model/c", "v10.0.0", gzip(csv(HEADER, MODEL_3.replace("v3.0.0", "v10.0.0"))), ".csv.gz");
    syncs.sync(tenant);

    assertThat(syncs.texts(tenant, CURRENT))
        .hasSize(6)
        .allMatch(activity -> activity.endsWith("v10.0.0"));
    assertThat(
            syncs.texts(
                tenant,
                "select details->>'model_version' from activity where tenant_id = ? and superseded_at is not null"))
        .containsExactly("v2.0.1");
  }

  @Test
  void shouldAccountForEachLine() {
    deliver(
        "odd/c",
        "v3.0.0",
        gzip(
            csv(
                HEADER,
                MODEL_3,
                row("v3.0.0", "", "", "", "", "", "", "").replace("AmazonEC2", "AmazonS3"),
                MODEL_3.replace("MTCO2e", "kg").replace("AmazonEC2", "AWSLambda"),
                MODEL_3.replace("0.0006", "some").replace("AmazonEC2", "AmazonRDS"))),
        ".csv.gz");
    String tenant = tenant("odd");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.lines(tenant)).containsExactly("4 1 1 2");
    assertThat(syncs.rejections(tenant))
        .anyMatch(text -> text.contains("| kg |") && text.contains("MTCO2e"))
        .anyMatch(text -> text.contains("line 5 | total_lbm_emissions_value | some"));
    assertThat(syncs.texts(tenant, "select reason from not_usage where tenant_id = ?"))
        .containsExactly("no-figures");
  }
}
