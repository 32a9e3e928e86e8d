package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.source.AzureCarbon;
import com.offgridflow.source.AzureCostQuery;
import com.offgridflow.source.AzureReport;
import com.offgridflow.source.AzureRequest;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.commons.codec.digest.DigestUtils;

/** A delivery per subscription and month of what Azure Resource Manager tells. */
@ApplicationScoped
@Named("azureReports")
public class AzureReports {
  /** Which report a route reads. */
  static final String REPORT = "hubAzureReport";

  private static final Map<String, AzureReport> REPORTS =
      Stream.of(new AzureCarbon(), new AzureCostQuery())
          .collect(Collectors.toMap(AzureReport::name, Function.identity()));
  private static final String LAST = "hubLastMonth";
  private static final int MOST_MONTHS = 12;
  private static final Pattern SUBSCRIPTION =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final AzureApi api;
  private final DeliveryRuns deliveries;
  private final Cursors cursors;
  private final Clock clock;

  AzureReports(AzureApi api, DeliveryRuns deliveries, Cursors cursors, Clock clock) {
    this.api = api;
    this.cursors = cursors;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Body becomes the deliveries: each subscription's months, the oldest first. */
  public void plan(
      Exchange exchange,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(REPORT) String name)
      throws IOException {
    AzureReport report = REPORTS.get(name);
    Optional<YearMonth> wanted = Backfills.month(job);
    YearMonth last = wanted.isPresent() ? wanted.get() : last(connection, report);
    exchange.setProperty(LAST, last);
    YearMonth earliest = last.minusMonths(connection.months(report.usualMonths()) - 1L);
    List<Delivery> planned = new ArrayList<>();
    for (String subscription : subscriptions(connection)) {
      String part = name + "/" + subscription;
      YearMonth first = wanted.orElseGet(() -> first(connection, part, earliest, last));
      Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
          .map(month -> new Delivery(part + "/" + month, List.of(), false))
          .forEach(planned::add);
    }
    SyncTally tally = new SyncTally();
    tally.found(planned.size());
    exchange.setProperty(HubProperties.TALLY, tally);
    exchange.getMessage().setBody(planned);
  }

  /** What is complete is not asked for again; of older gaps, the months that there may still be. */
  private YearMonth first(Connection connection, String part, YearMonth earliest, YearMonth last) {
    YearMonth next = cursors.next(connection, part, earliest);
    YearMonth oldest = last.minusMonths(MOST_MONTHS - 1L);
    return next.isBefore(oldest) ? oldest : next;
  }

  private YearMonth last(Connection connection, AzureReport report) throws IOException {
    Optional<AzureRequest> availability = report.availability();
    JsonNode answer =
        availability.isPresent()
            ? api.post(connection, availability.get(), report)
            : NullNode.getInstance();
    return report.last(answer, today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * @throws UnrecoverableException when the setting lists none
   */
  static List<String> subscriptions(Connection connection) {
    String setting = connection.settings().getOrDefault("subscriptions", "");
    List<String> ids = Stream.of(setting.split(",")).map(String::strip).distinct().toList();
    for (String id : ids) {
      if (!SUBSCRIPTION.matcher(id).matches()) {
        throw new UnrecoverableException(
            "connection %s: '%s' in subscriptions is no subscription id; it should be like 5f3c1e7a-0000-4000-8000-000000000001"
                .formatted(connection.id(), id));
      }
    }
    return ids;
  }

  /** Body becomes the records of the delivery, all its pages; opens a run unless they are known. */
  public void fetch(
      Exchange exchange,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally)
      throws IOException {
    String[] parts = delivery.name().split("/");
    List<Map<String, Object>> records =
        records(connection, REPORTS.get(parts[0]), parts[1], YearMonth.parse(parts[2]));
    String digest = DigestUtils.sha256Hex(records.toString());
    for (Map<String, Object> record : records) {
      record.put("record_key", delivery.name() + "|" + record.get("record_key"));
      record.put("evidence_object", delivery.name());
      record.put("evidence_digest", digest);
    }
    Optional<Long> run = deliveries.open(connection, delivery, job, "[]", digest, tally);
    if (run.isEmpty()) {
      advance(connection, delivery, exchange.getProperty(LAST, YearMonth.class));
    }
    exchange.setProperty(HubProperties.RUN, run.orElse(null));
    exchange.setProperty(HubProperties.LINES, (long) records.size());
    exchange.getMessage().setBody(records);
  }

  private List<Map<String, Object>> records(
      Connection connection, AzureReport report, String subscription, YearMonth month)
      throws IOException {
    List<Map<String, Object>> records = new ArrayList<>();
    for (AzureRequest first : report.requests(subscription, month, today())) {
      Optional<AzureRequest> page = Optional.of(first);
      while (page.isPresent()) {
        JsonNode answer = api.post(connection, page.get(), report);
        Optional<String> denial = report.denial(answer);
        if (denial.isPresent()) {
          throw AzureApi.denied(connection, denial.get(), report.role());
        }
        records.addAll(report.records(subscription, month, page.get(), answer));
        page = report.next(page.get(), answer);
      }
    }
    return records;
  }

  /** Everything is staged: makes it visible. */
  public void close(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.RUN) long runId,
      @ExchangeProperty(HubProperties.LINES) long lines,
      @ExchangeProperty(REPORT) String report,
      @ExchangeProperty(LAST) YearMonth last,
      @ExchangeProperty(HubProperties.TALLY) SyncTally tally) {
    deliveries.finish(connection, delivery, runId, "azure-" + report, lines, tally);
    advance(connection, delivery, last);
  }

  /** What is held is not read yet. */
  private void advance(Connection connection, Delivery delivery, YearMonth last) {
    String[] parts = delivery.name().split("/");
    YearMonth month = YearMonth.parse(parts[2]);
    boolean complete = REPORTS.get(parts[0]).complete(month, last, today());
    if (complete && !deliveries.held(connection, delivery)) {
      cursors.complete(connection, parts[0] + "/" + parts[1], month);
    }
  }
}
