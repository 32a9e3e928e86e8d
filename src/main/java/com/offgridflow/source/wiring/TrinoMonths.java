package com.offgridflow.source.wiring;

import com.offgridflow.intake.Rejection;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.lake.BillingColumn;
import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.CloudInstance;
import com.offgridflow.lake.ClusterQuery;
import com.offgridflow.lake.wiring.LakeProducer;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.RefusedDeliveryException;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** A delivery per month of a table of a Trino cluster, rolled up where its objects lie. */
@ApplicationScoped
@Named("trinoMonths")
public class TrinoMonths {
  private static final String CLIENT = "hubLakeClient";
  private static final String QUERY = "hubLakeQuery";
  private static final String MONTH = "hubLakeMonth";
  private static final int USUAL_MONTHS = 3;
  private static final int MOST_REJECTIONS = 1000;

  private final TrinoClients clients;
  private final TrinoTables tables;
  private final Runs runs;
  private final Intake intake;
  private final DeliveryRuns deliveries;
  private final Clock clock;
  private final List<CloudInstance> instances;

  TrinoMonths(
      TrinoClients clients,
      TrinoTables tables,
      Runs runs,
      Intake intake,
      DeliveryRuns deliveries,
      Clock clock)
      throws IOException {
    this.clients = clients;
    this.tables = tables;
    this.runs = runs;
    this.intake = intake;
    this.deliveries = deliveries;
    this.clock = clock;
    this.instances = LakeProducer.instances();
  }

  /**
   * What there is of a month.
   *
   * @param month empty for rows whose time is unusable
   * @param state changes when the month's rows do
   */
  public record Month(Optional<YearMonth> month, long lines, String state) {}

  /** Body becomes the months of the connection's table. */
  public void plan(
      Exchange exchange,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.JOB) Job job) {
    BillingFormat format = tables.format(connection);
    String client = clients.register(connection);
    JdbcTemplate trino = new JdbcTemplate(clients.of(client));
    ClusterQuery query = TrinoTables.query(trino, connection, format);
    List<Month> months = months(trino, query, connection, Backfills.month(job));
    SyncTally tally = new SyncTally();
    tally.found(months.size());
    exchange.setProperty(HubProperties.TALLY, tally);
    exchange.setProperty(HubProperties.FORMAT, format);
    exchange.setProperty(CLIENT, client);
    exchange.setProperty(QUERY, query);
    exchange.getMessage().setBody(months);
  }

  private List<Month> months(
      JdbcTemplate trino, ClusterQuery query, Connection connection, Optional<YearMonth> wanted) {
    YearMonth current = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    YearMonth first =
        wanted.orElseGet(() -> current.minusMonths(connection.months(USUAL_MONTHS) - 1L));
    return trino
        .query(
            query.months(first),
            (row, n) ->
                new Month(
                    Optional.ofNullable(row.getString(1)).map(YearMonth::parse),
                    row.getLong(2),
                    row.getString(3)))
        .stream()
        .filter(month -> wanted.isEmpty() || month.month().equals(wanted))
        .toList();
  }

  /** Body is a month; opens a run of it unless it is known as it is. */
  public void open(
      Exchange exchange,
      @Body Month month,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    String name =
        connection.settings().get("lake.table")
            + month.month().map(m -> "/" + m).orElse("/no month");
    String digest = DigestUtils.sha256Hex(name + "|" + month.lines() + "|" + month.state());
    exchange.setProperty(HubProperties.RUN, null);
    Delivery delivery = new Delivery(name, List.of(), false);
    exchange.setProperty(HubProperties.DELIVERY, delivery);
    if (month.month().isEmpty()) {
      throw withoutTime(name, month);
    }
    Optional<Long> run = deliveries.open(connection, delivery, job, "[]", digest, tally);
    exchange.setProperty(HubProperties.DIGEST, digest);
    exchange.setProperty(MONTH, month);
    exchange.setProperty(HubProperties.RUN, run.orElse(null));
  }

  private static RefusedDeliveryException withoutTime(String name, Month month) {
    return new RefusedDeliveryException(
        new Rejection(
            name,
            month.lines() + " rows",
            "",
            "",
            "UNUSABLE_VALUE",
            "their time of use is missing or unusable, so that they belong to no month",
            "a time such as 2024-09-01T00:00:00Z; the other months are taken in"));
  }

  /** Body becomes the query that rolls the month up. */
  public void rollup(
      Exchange exchange,
      @ExchangeProperty(QUERY) ClusterQuery query,
      @ExchangeProperty(MONTH) Month month,
      @ExchangeProperty(HubProperties.FORMAT) BillingFormat format) {
    String sql = query.rollup(month.month().orElseThrow(), instances);
    com.offgridflow.lake.Delivery cluster =
        new com.offgridflow.lake.Delivery(format, List.of(), sql);
    exchange.setProperty(Rollups.ACCOUNT, new RollupAccount(cluster));
    exchange.getMessage().setBody(sql);
  }

  /** Everything is staged: accounts for the rows that were left out, and makes it visible. */
  public void close(
      Exchange exchange,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.RUN) long run,
      @ExchangeProperty(MONTH) Month month,
      @ExchangeProperty(Rollups.ACCOUNT) RollupAccount account) {
    runs.notUsage(connection.tenant(), run, account.notUsage());
    long rejected = month.lines() - account.lines();
    if (rejected > 0) {
      intake.rejectLines(connection.tenant(), run, rejections(exchange, delivery, month), rejected);
    }
    BillingFormat format = exchange.getProperty(HubProperties.FORMAT, BillingFormat.class);
    SyncTally tally = exchange.getProperty(HubProperties.TALLY, SyncTally.class);
    deliveries.finish(connection, delivery, run, format.code(), month.lines(), tally);
  }

  private List<Rejection> rejections(Exchange exchange, Delivery delivery, Month month) {
    ClusterQuery query = exchange.getProperty(QUERY, ClusterQuery.class);
    return new JdbcTemplate(clients.of(exchange.getProperty(CLIENT, String.class)))
        .query(
            query.rejected(month.month().orElseThrow(), MOST_REJECTIONS),
            (row, n) ->
                new Rejection(
                    delivery.name(),
                    row.getLong("lines") + " rows",
                    row.getString("header"),
                    row.getString("value"),
                    "UNUSABLE_VALUE",
                    "the value is not usable",
                    "expected " + BillingColumn.Type.valueOf(row.getString("type")).example()));
  }
}
