package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.AwsFiles.CUR_2;
import static com.offgridflow.source.wiring.AwsFiles.csv;
import static com.offgridflow.source.wiring.AwsFiles.gzip;
import static com.offgridflow.source.wiring.AwsFiles.manifest;
import static com.offgridflow.source.wiring.AwsFiles.parquet;
import static com.offgridflow.source.wiring.AwsFiles.reportManifest;
import static com.offgridflow.source.wiring.AwsFiles.sent;
import static com.offgridflow.source.wiring.AwsFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** AWS's reports and exports from S3 in their layouts, again and again. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AwsExportsSyncTest extends S3Bills {
  private static final String LEGACY =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit,product/regionCode";
  private static final String FOCUS =
      "BillingAccountId,BillingCurrency,ChargeCategory,ChargeDescription,ChargePeriodStart,"
          + "ConsumedQuantity,ConsumedUnit,EffectiveCost,PricingQuantity,PricingUnit,ProviderName,"
          + "RegionId,ServiceName,x_ServiceCode,x_UsageType";
  private static final String FOCUS_LINE =
      "111122223333,USD,Usage,$0.09 per GB data transfer out,2024-09-02 00:00:00,%s,GB,0.5,%s,GB,AWS,"
          + "eu-central-1,Amazon Elastic Compute Cloud,AmazonEC2,EUC1-DataTransfer-Out-Bytes";

  /** A run of an export that keeps its runs. */
  private static void createNew(String export, String run, byte[] file) {
    String key = export + "/data/" + MONTH + run + "/e-00001.csv.gz";
    byte[] manifest = manifest("bills", key);
    put(key, file);
    put(export + "/metadata/" + MONTH + run + "/e-Manifest.json", manifest);
    put(export + "/metadata/" + MONTH + "e-Manifest.json", manifest);
  }

  private void assertSent(String kind, String prefix, String... gigabytes) {
    String tenant = tenant(kind, prefix);
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.rejections(tenant)).isEmpty();
    assertThat(quantities(tenant)).containsExactly(gigabytes);
  }

  @Test
  void shouldReadCur2AsGzipAndParquet() {
    byte[] lines = csv(CUR_2, sent("5"));
    overwrite("cur2-gz/e", gzip(lines), ".csv.gz");
    overwrite(
        "cur2-pq/e",
        parquet(
            lines,
            "cast(line_item_usage_start_date as timestamp) as line_item_usage_start_date",
            "cast(line_item_usage_amount as double) as line_item_usage_amount",
            "cast(line_item_unblended_cost as double) as line_item_unblended_cost",
            "cast(cast(product as json) as map(varchar, varchar)) as product"),
        ".snappy.parquet");

    assertSent("aws-cur", "cur2-gz", "5");
    assertSent("aws-cur", "cur2-pq", "5");
  }

  @Test
  void shouldReadFocusAsGzipAndParquet() {
    byte[] lines = csv(FOCUS, FOCUS_LINE.formatted("7", "7"));
    overwrite("focus-gz/e", gzip(lines), ".csv.gz");
    overwrite(
        "focus-pq/e",
        parquet(
            lines,
            "cast(ChargePeriodStart as timestamp) as ChargePeriodStart",
            "cast(EffectiveCost as double) as EffectiveCost",
            "cast(ConsumedQuantity as double) as ConsumedQuantity"),
        ".snappy.parquet");

    assertSent("focus", "focus-gz", "7");
    assertSent("focus", "focus-pq", "7");
  }

  @Test
  void shouldReadLegacyReportsInAllTheirLayouts() {
    String line = sent("3").replace(",{},", ",");
    byte[] lines = csv(LEGACY, line);
    String period = "/20240901-20241001/";
    put("keep/r" + period + "a1/r-1.csv.zip", zip(lines, "r-1.csv"));
    put("keep/r" + period + "a0/r-1.csv.gz", gzip(csv(LEGACY, line, line)));
    put(
        "keep/r" + period + "a1/r-Manifest.json",
        reportManifest("keep/r" + period + "a1/r-1.csv.zip"));
    put(
        "keep/r" + period + "r-Manifest.json",
        reportManifest("keep/r" + period + "a1/r-1.csv.zip"));
    String hive = "athena/r/r/year=2024/month=9/r-00001.snappy.parquet";
    put(
        hive,
        parquet(
            csv(
                LEGACY.replaceAll("([a-z])([A-Z])", "$1_$2").replace('/', '_').toLowerCase(),
                line)));
    put("athena/r" + period + "r-Manifest.json", reportManifest(hive));
    put("athena/r/r/cost_and_usage_data_status/cost_and_usage_data_status.parquet", new byte[] {1});
    put("over/r" + period + "r-1.csv.gz", gzip(lines));
    put("over/r" + period + "r-Manifest.json", reportManifest("over/r" + period + "r-1.csv.gz"));

    assertSent("aws-cur", "keep", "3");
    assertSent("aws-cur", "athena", "3");
    assertSent("aws-cur", "over", "3");
  }

  // January to December: the month is delivered twelve times, each time with a line more
  @Test
  void shouldStayRightHoweverOftenAMonthIsDeliveredAgain() {
    String tenant = tenant("aws-cur", "often");
    for (int time = 1; time <= 12; time++) {
      String[] lines =
          IntStream.rangeClosed(1, time)
              .mapToObj(day -> sent("10").replace("09-02", "09-%02d".formatted(day)))
              .toArray(String[]::new);
      createNew("often/e", "202409%02dT060000Z-x".formatted(time), gzip(csv(CUR_2, lines)));
      assertThat(syncs.sync(tenant).state().succeeded()).isTrue();
    }

    assertThat(quantities(tenant)).hasSize(12).containsOnly("10");
    assertThat(
            syncs.texts(
                tenant,
                "select concat_ws(' ', accepted, duplicate, superseding, withdrawn) from run where tenant_id = ? order by run_id desc limit 1"))
        .containsExactly("1 11 0 0");
  }

  @Test
  void shouldFetchOnlyWhatIsNewOrHasChanged() {
    overwrite("fetch/a", gzip(csv(CUR_2, sent("1"))), ".csv.gz");
    overwrite("fetch/b", gzip(csv(CUR_2, sent("2"))), ".csv.gz");
    String tenant = tenant("aws-cur", "fetch");
    syncs.sync(tenant);
    overwrite("fetch/b", gzip(csv(CUR_2, sent("20"))), ".csv.gz");

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again))
        .containsEntry("unchanged", "1")
        .containsEntry("taken", "1");
    assertThat(quantities(tenant)).containsExactly("1", "20");
    assertThat(fetched("fetch/a/data")).isEqualTo(1);
    assertThat(fetched("fetch/b/data")).isEqualTo(2);
    assertThat(syncs.runs(tenant)).containsExactly("unchanged", "done");
  }

  @Test
  void shouldNotTakeAPrefixForAnother() {
    overwrite("x/exports/e", gzip(csv(CUR_2, sent("1"))), ".csv.gz");
    overwrite("x/exports-old/e", gzip(csv(CUR_2, sent("2"))), ".csv.gz");

    assertSent("aws-cur", "x/exports", "1");
  }

  @Test
  void shouldTakeAManifestWithoutFilesForAnEmptyMonth() {
    put("empty/e/metadata/" + MONTH + "e-Manifest.json", manifest("bills"));

    String tenant = tenant("aws-cur", "empty");

    assertThat(syncs.sync(tenant).state().succeeded()).isTrue();
    assertThat(syncs.runs(tenant)).containsExactly("done");
    assertThat(syncs.lines(tenant)).containsExactly("0 0 0 0");
  }
}
