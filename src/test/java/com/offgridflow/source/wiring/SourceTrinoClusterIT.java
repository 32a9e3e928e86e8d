package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.lake.wiring.TrinoCluster;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection to a cluster, from its months to activities. */
@QuarkusTest
@Tag("harness")
class SourceTrinoClusterIT {
  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusMonths(1);
  private static final LocalDate EARLIER = DAY.minusMonths(4);
  private static final String LINE =
      "Usage,%s"
          + " 10:00:00,111122223333,AmazonEC2,BoxUsage:m5.large,%s,0.1,USD,Hrs,,eu-central-1,m5.large,,\n";
  private static final String COLUMNS =
      """
      line_item_line_item_type varchar, line_item_usage_start_date varchar,
      line_item_usage_account_id varchar, line_item_product_code varchar,
      line_item_usage_type varchar, line_item_usage_amount varchar,
      line_item_unblended_cost varchar, line_item_currency_code varchar, pricing_unit varchar,
      product varchar, product_region_code varchar, product_instance_type varchar,
      reservation_effective_cost varchar, savings_plan_savings_plan_effective_cost varchar\
      """;

  @Inject Syncs syncs;
  @Inject TestWorker worker;

  @Test
  void shouldTakeInTheMonthsOfATableOnce(@TempDir Path directory) throws Exception {
    try (TrinoCluster cluster = new TrinoCluster(directory)) {
      Path object = Files.createDirectories(cluster.data().resolve("billing/cur2"));
      Files.writeString(
          object.resolve("part-0.csv"),
          LINE.formatted(DAY, "3") + LINE.formatted(DAY, "many") + LINE.formatted(EARLIER, "5"));
      cluster.execute("create schema lake.billing with (location = 'local:///billing')");
      cluster.execute(
          "create table lake.billing.cur2 (%s) with (format = 'CSV', external_location = 'local:///billing/cur2')"
              .formatted(COLUMNS));
      String url = cluster.url().replace("127.0.0.1", "localhost");
      String tenant =
          syncs.tenant(
              "trino",
              Map.of(
                  "lake.jdbc-url",
                  url,
                  "lake.table",
                  "lake.billing.cur2",
                  "lake.format",
                  "aws-cur-2",
                  "months",
                  "2"));

      assertThat(syncs.sync(tenant).state().succeeded()).isTrue();

      // 3 h of an m5.large: 2 vCPU and 8 GiB
      assertThat(syncs.texts(tenant, ACTIVITIES))
          .containsExactly("cloud.compute 6 vCPU-h", "cloud.memory 24 GiB-h");
      assertThat(syncs.texts(tenant, REJECTED))
          .containsExactly(
              "lake.billing.cur2/%s, 1 rows: line_item_usage_amount 'many'"
                  .formatted(YearMonth.from(DAY)));
      assertThat(syncs.tally(tenant, syncs.sync(tenant))).containsEntry("unchanged", "1");

      String month = YearMonth.from(EARLIER).toString();
      assertThat(worker.run(tenant, JobRequest.backfill("bills", month, "b")).succeeded()).isTrue();

      // and 5 h of the month that a sync does not look at any more
      assertThat(syncs.texts(tenant, ACTIVITIES))
          .containsExactly(
              "cloud.compute 10 vCPU-h",
              "cloud.compute 6 vCPU-h",
              "cloud.memory 24 GiB-h",
              "cloud.memory 40 GiB-h");
    }
  }

  private static final String ACTIVITIES =
      "select kind || ' ' || trim_scale(quantity) || ' ' || unit from activity where tenant_id = ? order by 1";
  private static final String REJECTED =
      "select object || ', ' || locator || ': ' || field || ' ''' || value || '''' from rejection"
          + " where tenant_id = ?";
}
