package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.bigquery.JobId;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.source.BigQueryExport;
import com.offgridflow.source.BigQueryMonth;
import com.offgridflow.source.BigQueryTable;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.GcpBilling;
import com.offgridflow.source.GcpCarbon;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.component.google.bigquery.GoogleBigQueryConstants;

/**
 * A delivery per month of a table of BigQuery. What is asked, and of whom, is in the exchange;
 * headers are the named parameters of the query.
 */
@ApplicationScoped
@Named("bigQueryMonths")
public class BigQueryMonths {
  /** Which export a route reads. */
  static final String EXPORT = "hubBigQueryExport";

  private static final String QUERY = "hubBigQueryQuery";
  private static final String CLIENT = "hubBigQueryClient";
  private static final String PROJECT = "hubBigQueryProject";
  private static final String TABLE = "hubBigQueryTable";
  private static final String MONTH = "hubBigQueryMonth";
  private static final String NOT_USAGE = "hubBigQueryNotUsage";
  private static final Map<String, BigQueryExport> EXPORTS =
      Stream.of(new GcpBilling(), new GcpCarbon())
          .collect(Collectors.toMap(BigQueryExport::name, Function.identity()));

  private final BigQueryClients clients;
  private final Runs runs;
  private final Deliveries deliveries;
  private final ObjectMapper json;
  private final Clock clock;

  BigQueryMonths(
      BigQueryClients clients, Runs runs, Deliveries deliveries, ObjectMapper json, Clock clock) {
    this.clients = clients;
    this.runs = runs;
    this.deliveries = deliveries;
    this.json = json;
    this.clock = clock;
  }

  /** Body becomes the tables that the connection names in its setting {@code tables}. */
  public void tables(
      Exchange exchange, @ExchangeProperty(HubProperties.CONNECTION) Connection connection) {
    String setting = connection.settings().getOrDefault("tables", "");
    try {
      exchange
          .getMessage()
          .setBody(
              Stream.of(setting.split(","))
                  .map(String::strip)
                  .distinct()
                  .map(BigQueryTable::of)
                  .toList());
    } catch (IllegalArgumentException e) {
      throw new UnrecoverableException(
          "connection " + connection.id() + ", setting tables: " + e.getMessage());
    }
    exchange.setProperty(HubProperties.TALLY, new SyncTally());
    exchange.setProperty(CLIENT, clients.register(connection));
  }

  /** Asks which months the table, the body, has rows of since the first one that is open. */
  public void askMonths(
      Exchange exchange,
      @Body BigQueryTable table,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(EXPORT) String export) {
    exchange.setProperty(TABLE, table);
    exchange.setProperty(HubProperties.DELIVERY, new Delivery(table.toString(), List.of(), false));
    exchange.setProperty(PROJECT, clients.project(connection, table));
    int months = connection.months(EXPORTS.get(export).usualMonths());
    YearMonth current = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    exchange.getMessage().setHeader("table", table.toString());
    YearMonth first = Backfills.month(job).orElseGet(() -> current.minusMonths(months - 1L));
    exchange.getMessage().setHeader("first_day", first.atDay(1).toString());
    ask(exchange, export + "-months");
  }

  private static void ask(Exchange exchange, String query) {
    Connection connection = exchange.getProperty(HubProperties.CONNECTION, Connection.class);
    JobId job =
        JobId.newBuilder()
            .setProject(exchange.getProperty(PROJECT, String.class))
            .setLocation(connection.settings().get("location"))
            .setJob("hub-" + UUID.randomUUID())
            .build();
    exchange.setProperty(QUERY, query);
    exchange.getMessage().setHeader(GoogleBigQueryConstants.JOB_ID, job);
    exchange.getMessage().removeHeader(GoogleBigQueryConstants.PAGE_TOKEN);
  }

  /** Body is the months; it becomes what is known of each. */
  public void plan(
      Exchange exchange,
      @ExchangeProperty(TABLE) BigQueryTable table,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    Optional<YearMonth> wanted = Backfills.month(job);
    List<BigQueryMonth> months =
        rows(exchange).stream()
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
    String digest = Digests.sha256(month.fingerprint());
    exchange.setProperty(HubProperties.DELIVERY, delivery);
    exchange.setProperty(HubProperties.DIGEST, digest);
    exchange.setProperty(MONTH, month);
    exchange.setProperty(NOT_USAGE, new NotUsageSums());
    Optional<Long> run = deliveries.open(connection, delivery, job, describe(month), digest);
    exchange.setProperty(HubProperties.RUN, run.orElse(null));
    if (run.isEmpty()) {
      deliveries.known(connection, delivery, tally);
    }
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
  public void askLines(Exchange exchange, @ExchangeProperty(EXPORT) String export) {
    ask(exchange, export + "-lines");
  }

  /** Body is the number of rows; asks for the month, rolled up. */
  public void askRollup(Exchange exchange, @ExchangeProperty(EXPORT) String export) {
    exchange.setProperty(HubProperties.LINES, Long.parseLong(rows(exchange).get(0).get("lines")));
    ask(exchange, export);
  }

  /** Body is a page; it becomes its records. */
  public void records(
      Exchange exchange,
      @ExchangeProperty(EXPORT) String name,
      @ExchangeProperty(MONTH) BigQueryMonth month,
      @ExchangeProperty(NOT_USAGE) NotUsageSums notUsage,
      @ExchangeProperty(HubProperties.DIGEST) String digest) {
    BigQueryExport export = EXPORTS.get(name);
    List<Map<String, Object>> records = new ArrayList<>();
    for (Map<String, String> row : rows(exchange)) {
      export.notUsage(row).ifPresent(notUsage::add);
      records.addAll(export.records(row, month, digest));
    }
    exchange.getMessage().setBody(records);
  }

  /** Asks for the next page of the same query, if there is one. */
  public void turnPage(Exchange exchange) {
    Message message = exchange.getMessage();
    String next = message.getHeader(GoogleBigQueryConstants.NEXT_PAGE_TOKEN, String.class);
    message.setHeader(GoogleBigQueryConstants.PAGE_TOKEN, next);
    if (next == null) {
      exchange.setProperty(QUERY, null);
    }
  }

  /** Everything is staged: makes it visible. */
  public void close(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.RUN) long runId,
      @ExchangeProperty(HubProperties.LINES) long lines,
      @ExchangeProperty(EXPORT) String export,
      @ExchangeProperty(NOT_USAGE) NotUsageSums notUsage,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    runs.notUsage(connection.tenant(), runId, notUsage.all());
    deliveries.finish(connection, delivery, runId, export, lines, tally);
  }

  /** The component hands over a number instead of rows where a query found none. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, String>> rows(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    return body instanceof List<?> rows ? (List<Map<String, String>>) rows : List.of();
  }
}
