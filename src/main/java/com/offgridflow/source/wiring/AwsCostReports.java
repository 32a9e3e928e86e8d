package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.source.AwsCostAnswer;
import com.offgridflow.source.AwsCostExplorer;
import com.offgridflow.source.AwsCostLine;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.SyncTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

/**
 * A delivery per account and month of what Cost Explorer tells, written down as lines of a Cost and
 * Usage Report.
 */
@ApplicationScoped
@Named("awsCostReports")
public class AwsCostReports {
  private static final String NAME = "cost-explorer";
  private static final int USUAL_MONTHS = 3;

  /** Pages are read one after the other; more than this is missing, or came in between. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.01");

  private final AwsCostExplorerApi api;
  private final Spool spool;
  private final Clock clock;
  private final Map<String, String> services = services();

  AwsCostReports(AwsCostExplorerApi api, Spool spool, Clock clock) {
    this.api = api;
    this.spool = spool;
    this.clock = clock;
  }

  private static Map<String, String> services() {
    try (Reader csv =
            new InputStreamReader(
                AwsCostReports.class.getResourceAsStream("/source/aws-services.csv"),
                StandardCharsets.UTF_8);
        CSVParser rows =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(csv)) {
      return rows.stream().collect(Collectors.toMap(r -> r.get("name"), r -> r.get("code")));
    } catch (IOException e) {
      throw new IllegalStateException("the table of AWS services cannot be read", e);
    }
  }

  /** Body becomes the deliveries: the months of each account that had costs in them. */
  public void plan(
      Exchange exchange,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.JOB) Job job)
      throws IOException {
    Optional<YearMonth> backfill = Backfills.month(job);
    YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    YearMonth last = backfill.orElse(now);
    YearMonth first = backfill.orElse(now.minusMonths(connection.months(USUAL_MONTHS) - 1L));
    Set<String> wanted = accounts(connection);
    List<Delivery> planned =
        api.ask(connection, AwsCostExplorer.accounts(first, last)).stream()
            .filter(group -> wanted.isEmpty() || wanted.contains(group.keys().get(0)))
            .map(group -> String.join("/", NAME, group.keys().get(0), month(group)))
            .sorted()
            .map(name -> new Delivery(name, List.of(), false))
            .toList();
    SyncTally tally = new SyncTally();
    tally.found(planned.size());
    exchange.setProperty(HubProperties.TALLY, tally);
    exchange.getMessage().setBody(planned);
  }

  private static String month(AwsCostAnswer group) {
    return YearMonth.from(group.day()).toString();
  }

  /**
   * The accounts that the connection lists; none when all are meant.
   *
   * @throws UnrecoverableException when these are no accounts
   */
  static Set<String> accounts(Connection connection) {
    String setting = connection.settings().getOrDefault("accounts", "");
    if (!setting.matches("|\\d{12}(\\s*,\\s*\\d{12})*")) {
      throw new UnrecoverableException(
          "connection %s: accounts is '%s'; it should be like 111122223333, 444455556666, or left out"
              .formatted(connection.id(), setting));
    }
    return Stream.of(setting.split(","))
        .map(String::strip)
        .filter(account -> !account.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Body becomes the delivery's one file. */
  public List<LocalObject> fetch(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.JOB) Job job)
      throws IOException {
    String[] name = delivery.name().split("/");
    List<AwsCostLine> lines = lines(connection, name[1], YearMonth.parse(name[2]));
    Path file = spool.place(job, delivery.name() + ".csv");
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
      csv.printRecord(AwsCostLine.COLUMNS);
      for (AwsCostLine line : lines) {
        csv.printRecord(line.cells());
      }
    }
    return List.of(new LocalObject(delivery.name(), file, Files.size(file), Digests.sha256(file)));
  }

  private List<AwsCostLine> lines(Connection connection, String account, YearMonth month)
      throws IOException {
    List<AwsCostAnswer> overview = api.ask(connection, AwsCostExplorer.overview(account, month));
    List<AwsCostAnswer> used = overview.stream().filter(AwsCostAnswer::usage).toList();
    List<AwsCostLine> usage = usage(connection, account, month, used);
    check(connection, account, month, used, usage);
    return Stream.concat(
            usage.stream(),
            overview.stream().filter(group -> !group.usage()).map(g -> g.asCharge(account)))
        .sorted(AwsCostLine.ORDER)
        .toList();
  }

  private List<AwsCostLine> usage(
      Connection connection, String account, YearMonth month, List<AwsCostAnswer> used)
      throws IOException {
    Set<String> regions =
        used.stream().map(AwsCostAnswer::region).collect(Collectors.toCollection(TreeSet::new));
    boolean elsewhere = regions.remove("");
    List<AwsCostLine> lines = new ArrayList<>();
    for (String region : regions) {
      api.ask(connection, AwsCostExplorer.usage(account, month, region))
          .forEach(group -> lines.add(group.asUsage(account, region, services)));
    }
    if (elsewhere) {
      api.ask(connection, AwsCostExplorer.usageElsewhere(account, month, regions))
          .forEach(group -> lines.add(group.asUsage(account, "", services)));
    }
    return lines;
  }

  private static void check(
      Connection connection,
      String account,
      YearMonth month,
      List<AwsCostAnswer> used,
      List<AwsCostLine> lines)
      throws IOException {
    BigDecimal whole =
        used.stream().map(AwsCostAnswer::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal parts =
        lines.stream().map(AwsCostLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (whole.subtract(parts).abs().compareTo(ROUNDING) > 0) {
      throw new IOException(
          "connection %s: the usage of account %s in %s costs %s by region and %s by usage type; the figures changed while they were read, the next attempt asks again"
              .formatted(connection.id(), account, month, whole, parts));
    }
  }
}
