package com.offgridflow.report;

import static com.offgridflow.report.SampleReports.total;

import com.offgridflow.report.Measure.StatedText;
import com.offgridflow.report.energy.EnergyBalance;
import com.offgridflow.report.energy.EnergyCarrier;
import com.offgridflow.report.energy.EnergySource;
import com.offgridflow.report.energy.EnergyTotal;
import com.offgridflow.report.energy.EnergyTotal.Contract;
import com.offgridflow.report.statement.Statement;
import com.offgridflow.report.statement.Statements;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An invented company that has some of everything, with awkward digits. */
public final class FullInventory {
  private static final BigDecimal AMOUNT = new BigDecimal("1234.56785");

  private FullInventory() {}

  /** All that records can tell. */
  public static Inventory recorded() {
    List<EmissionTotal> totals = new ArrayList<>();
    totals.add(total(1, "fuel-combustion", null, "combustion", "98765.43215", 7));
    totals.add(total(2, "location-based", null, "use", "45678.90125", 9));
    totals.add(total(2, "market-based", null, "residual", "34567.89015", 9));
    for (int category = 1; category <= 15; category++) {
      totals.add(total(3, "average-data", category, "", category + "111.11155", 3));
    }
    return Inventory.of(totals).with(gases(), new EnergyBalance(energy(), List.of()));
  }

  /** The same, with every statement that the framework asks for. */
  public static Inventory of(Framework framework) {
    Map<String, Statement> statements = new TreeMap<>();
    for (DataPoint point : framework.dataPoints()) {
      point.statement().ifPresent(key -> statements.put(key, statement(key, point)));
    }
    return recorded().with(new Statements(List.copyOf(statements.values())));
  }

  private static List<GasTotal> gases() {
    Map<Gas, BigDecimal> all =
        Arrays.stream(Gas.values()).collect(Collectors.toMap(gas -> gas, gas -> AMOUNT));
    return List.of(
        new GasTotal(1, "fuel-combustion", Optional.empty(), all, 7, 0),
        new GasTotal(2, "location-based", Optional.empty(), all, 9, 0),
        new GasTotal(3, "average-data", Optional.of(1), all, 3, 0));
  }

  private static List<EnergyTotal> energy() {
    List<EnergyTotal> all = new ArrayList<>();
    for (EnergySource source : EnergySource.values()) {
      if (source != EnergySource.NUCLEAR && source != EnergySource.UNSPECIFIED) {
        all.add(new EnergyTotal(EnergyCarrier.FUEL, source, Contract.NONE, AMOUNT, 1));
      }
    }
    for (EnergyCarrier carrier : EnergyCarrier.values()) {
      if (carrier != EnergyCarrier.FUEL) {
        all.add(new EnergyTotal(carrier, EnergySource.RENEWABLE, Contract.BUNDLED, AMOUNT, 1));
        all.add(new EnergyTotal(carrier, EnergySource.NUCLEAR, Contract.UNBUNDLED, AMOUNT, 1));
        all.add(new EnergyTotal(carrier, EnergySource.UNSPECIFIED, Contract.NONE, AMOUNT, 1));
      }
    }
    return all;
  }

  private static Statement statement(String key, DataPoint point) {
    boolean words = point.words();
    String unit = point.unit().equals(DataPoint.CURRENCY) ? "EUR" : point.unit();
    BigDecimal value = unit.equals("pure") ? new BigDecimal("0.12345") : AMOUNT;
    return new Statement(
        1,
        key,
        ReportingPeriod.ofYear(2024),
        words ? Optional.empty() : Optional.of(value),
        words ? "" : unit,
        words ? text((StatedText) point.measure()) : "",
        words ? "en" : "",
        "invented",
        "jo",
        Instant.EPOCH);
  }

  private static String text(StatedText words) {
    return words
        .pattern()
        .map(pattern -> pattern.contains("true") ? "true" : "2019")
        .orElse("As measured.");
  }
}
