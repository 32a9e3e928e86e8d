package com.offgridflow.source.wiring;

import com.google.cloud.bigquery.JobId;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.source.BigQueryExport;
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
import java.util.List;
import java.util.Map;
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
 * Asks the tables of a connection, query by query and page by page. What is asked, and of whom, is
 * in the exchange.
 */
@ApplicationScoped
@Named("bigQueryTables")
public class BigQueryTables {
  /** Which export a route reads. */
  static final String EXPORT = "hubBigQueryExport";

  static final String QUERY = "hubBigQueryQuery";
  static final String CLIENT = "hubBigQueryClient";
  static final String PROJECT = "hubBigQueryProject";
  static final String TABLE = "hubBigQueryTable";
  static final Map<String, BigQueryExport> EXPORTS =
      Stream.of(new GcpBilling(), new GcpCarbon())
          .collect(Collectors.toMap(BigQueryExport::name, Function.identity()));

  private final BigQueryClients clients;
  private final Clock clock;

  BigQueryTables(BigQueryClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** Body becomes the tables that the connection names in its setting {@code tables}. */
  public void tables(
      Exchange exchange, @ExchangeProperty(HubProperties.CONNECTION) Connection connection) {
    exchange.getMessage().setBody(named(connection));
    exchange.setProperty(HubProperties.TALLY, new SyncTally());
    exchange.setProperty(CLIENT, clients.register(connection));
  }

  /**
   * The tables that a connection names.
   *
   * @throws UnrecoverableException when the setting names none
   */
  static List<BigQueryTable> named(Connection connection) {
    String setting = connection.settings().getOrDefault("tables", "");
    try {
      return Stream.of(setting.split(","))
          .map(String::strip)
          .distinct()
          .map(BigQueryTable::of)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new UnrecoverableException(
          "connection " + connection.id() + ", setting tables: " + e.getMessage());
    }
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

  /** Puts a query of these headers to BigQuery, as a job of its own. */
  static void ask(Exchange exchange, String query) {
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

  /** Asks for the next page of the same query, if there is one. */
  public void turnPage(Exchange exchange) {
    Message message = exchange.getMessage();
    String next = message.getHeader(GoogleBigQueryConstants.NEXT_PAGE_TOKEN, String.class);
    message.setHeader(GoogleBigQueryConstants.PAGE_TOKEN, next);
    if (next == null) {
      exchange.setProperty(QUERY, null);
    }
  }

  /** The component hands over a number instead of rows where a query found none. */
  @SuppressWarnings("unchecked")
  static List<Map<String, String>> rows(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    return body instanceof List<?> rows ? (List<Map<String, String>>) rows : List.of();
  }
}
