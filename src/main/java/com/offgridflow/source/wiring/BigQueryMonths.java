package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.source.BigQueryExport;
import com.offgridflow.source.BigQueryMonth;
import com.offgridflow.source.BigQueryTable;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A delivery per month of a table of BigQuery. What is asked, and of whom, is in the exchange;
 * headers are the named parameters of the query.
 */
@ApplicationScoped
@Named("bigQueryMonths")
public class BigQueryMonths {

  private static final String MONTH = "hubBigQueryMonth";
  private static final String NOT_USAGE = "hubBigQueryNotUsage";

  private final Runs runs;
  private final DeliveryRuns deliveries;
  private final ObjectMapper json;

  BigQueryMonths(Runs runs, DeliveryRuns deliveries, ObjectMapper json) {
    this.runs = runs;
    this.deliveries = deliveries;
    this.json = json;
  }

  /** Body is the months; it becomes what is known of each. */
  public void plan(
      Exchange exchange,
      @ExchangeProperty(BigQueryTables.TABLE) BigQueryTable table,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    Optional<YearMonth> wanted = Backfills.month(job);
    List<BigQueryMonth> months =
        BigQueryTables.rows(exchange).stream()
            .map(row -> BigQueryMonth.of(table, row))
            .filter(month -> wanted.isEmpty() || wanted.get().equals(month.month()))
            .toList();
    tally.found(months.size());
    exchange.getMessage().setBody(months);
  }

  /** Body is a month; opens a run of it unless it is known as it is. */
  public void open(
      Exchange exchange,
      @Body BigQueryMonth month,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    Delivery delivery = month.delivery();
    String digest = DigestUtils.sha256Hex(month.fingerprint());
    exchange.setProperty(HubProperties.DELIVERY, delivery);
    exchange.setProperty(HubProperties.DIGEST, digest);
    exchange.setProperty(MONTH, month);
    exchange.setProperty(NOT_USAGE, new NotUsageSums());
    Optional<Long> run = deliveries.open(connection, delivery, job, describe(month), digest, tally);
    exchange.setProperty(HubProperties.RUN, run.orElse(null));
    Message message = exchange.getMessage();
    message.setHeader("first_day", month.month().atDay(1).toString());
    message.setHeader("next_month", month.month().plusMonths(1).atDay(1).toString());
    message.setHeader("exported_until", month.state());
  }

  private String describe(BigQueryMonth month) {
    try {
      return json.writeValueAsString(
          List.of(
              Map.of(
                  "name", month.delivery().name(),
                  "rows", month.rows(),
                  "exported_until", month.state())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a month cannot be written as JSON", e);
    }
  }

  /** Asks how many rows the month has. */
  public void askLines(Exchange exchange, @ExchangeProperty(BigQueryTables.EXPORT) String export) {
    BigQueryTables.ask(exchange, export + "-lines");
  }

  /** Body is the number of rows; asks for the month, rolled up. */
  public void askRollup(Exchange exchange, @ExchangeProperty(BigQueryTables.EXPORT) String export) {
    exchange.setProperty(
        HubProperties.LINES, Long.parseLong(BigQueryTables.rows(exchange).get(0).get("lines")));
    BigQueryTables.ask(exchange, export);
  }

  /** Body is a page; it becomes its records. */
  public void records(
      Exchange exchange,
      @ExchangeProperty(BigQueryTables.EXPORT) String name,
      @ExchangeProperty(MONTH) BigQueryMonth month,
      @ExchangeProperty(NOT_USAGE) NotUsageSums notUsage,
      @ExchangeProperty(HubProperties.DIGEST) String digest) {
    BigQueryExport export = BigQueryTables.EXPORTS.get(name);
    List<Map<String, Object>> records = new ArrayList<>();
    for (Map<String, String> row : BigQueryTables.rows(exchange)) {
      export.notUsage(row).ifPresent(notUsage::add);
      records.addAll(export.records(row, month, digest));
    }
    exchange.getMessage().setBody(records);
  }

  /** Everything is staged: makes it visible. */
  public void close(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.RUN) long runId,
      @ExchangeProperty(HubProperties.LINES) long lines,
      @ExchangeProperty(BigQueryTables.EXPORT) String export,
      @ExchangeProperty(NOT_USAGE) NotUsageSums notUsage,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    runs.notUsage(connection.tenant(), runId, notUsage.all());
    deliveries.finish(connection, delivery, runId, export, lines, tally);
  }
}
