package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.GcpBilling;
import com.offgridflow.source.RollupRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The records that lines become: their day, place, project and evidence. */
class GcpRecordsTest extends GcpExport {
  @Test
  void shouldPutWhatHasNoProjectOrRegionOnTheBillAndThePlaceThatItHas() {
    rolledUp(
        BillingLine.core(3600, 0.1)
            .with("project", null)
            .with("location", Map.of("location", "europe")));

    assertThat(query("gcp-billing"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("account")).isEqualTo(BillingLine.ACCOUNT))
        .satisfies(row -> assertThat(row.get("region")).isEqualTo("europe"));
  }

  @Test
  void shouldPutAnHourOnTheDayOfItsStartInUtc() {
    rolledUp(BillingLine.core(3600, 0.1).with("usage_start_time", "2024-09-30 23:00:00"));

    assertThat(query("gcp-billing"))
        .extracting(row -> row.get("day"))
        .containsExactly("2024-09-30");
  }

  @Test
  void shouldReadOnlyItsMonthAndWhatHadBeenExportedByThen() {
    assertThat(
            rolledUp(
                BillingLine.core(3600, 0.1),
                BillingLine.core(3600, 0.1).used("2024-10-01"),
                BillingLine.core(3600, 0.1).used("2024-08-31")))
        .containsExactly("cloud.compute |  | 1 | vCPU-h | 0.1 | 1");

    tables.append(
        TABLE.toString(),
        List.of(BillingLine.core(3600, 0.1).exported("2024-10-05", "09:00:00").row()));
    assertThat(query("gcp-billing", "2024-10-05 08:00:00").get(0)).containsEntry("lines", "1");
    assertThat(query("gcp-billing-lines", "2024-10-05 08:00:00").get(0))
        .containsEntry("lines", "1");
    assertThat(query("gcp-billing").get(0))
        .containsEntry("lines", "2")
        .containsEntry("first_export", "2024-09-02 15:00:00")
        .containsEntry("last_export", "2024-10-05 09:00:00");
    assertThat(query("gcp-billing-lines").get(0)).containsEntry("lines", "2");
  }

  @Test
  void shouldTellTheMonthsThatRowsOfThePartitionsBelongTo() {
    rolledUp(
        BillingLine.core(1, 0.1).exported("2024-08-31", "23:00:00").used("2024-08-31"),
        BillingLine.core(1, 0.1).exported("2024-09-01", "05:00:00").used("2024-08-31"),
        BillingLine.core(1, 0.1),
        BillingLine.core(1, 0.1).exported("2024-09-03", "11:00:00"));

    assertThat(query("gcp-billing-months"))
        .containsExactly(
            Map.of("month", "2024-08", "lines", "1", "exported_until", "2024-09-01 05:00:00"),
            Map.of("month", "2024-09", "lines", "2", "exported_until", "2024-09-03 11:00:00"));
  }

  @Test
  void shouldSayWhereInTheExportARecordComesFrom() {
    rolledUp(BillingLine.core(3600, 0.1));

    Map<String, Object> row =
        new GcpBilling().records(query("gcp-billing").get(0), SEPTEMBER, "d").get(0);

    assertThat(row.get("evidence_object")).isEqualTo(TABLE + "/2024-09");
    assertThat(row.get("locator"))
        .isEqualTo(
            "lines of 2024-09-02, shop, Compute Engine, europe-west3, cloud.compute, , vCPU-h, EUR;"
                + " partitions from 2024-09-01, exported 2024-09-02 15:00:00 to 2024-09-02"
                + " 15:00:00, invoice of 202409");
  }

  /** A correction of September's use that came with October's invoice. */
  @Test
  void shouldSayOnWhichInvoicesTheLinesOfARecordAre() {
    rolledUp(
        BillingLine.core(3600, 0.1),
        BillingLine.core(-60, -0.01).with("invoice", Map.of("month", "202410")));

    Map<String, Object> row =
        new GcpBilling().records(query("gcp-billing").get(0), SEPTEMBER, "d").get(0);

    assertThat((String) row.get("locator")).endsWith(", invoices of 202409 to 202410");
  }

  @Test
  void shouldGiveTheColumnsOfARollup() {
    rolledUp(BillingLine.core(3600, 0.1));

    assertThat(query("gcp-billing").get(0))
        .containsKeys(
            Stream.of(RollupRow.class.getRecordComponents())
                .map(c -> c.getName())
                .toArray(String[]::new));
  }
}
