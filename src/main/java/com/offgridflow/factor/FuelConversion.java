package com.offgridflow.factor;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FactorChoice.Chosen;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts amounts of a fuel between mass, volume, gross and net energy by its density and heating
 * values, which are factors. The way with the fewest properties is taken; of two, the one by mass.
 *
 * <p>A heating value of kind {@code fuel.heating-value.net} counts net energy whatever its unit.
 */
public final class FuelConversion {
  private final FactorLibrary library;

  public FuelConversion(FactorLibrary library) {
    this.library = library;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * @param multiplier one of the unit in the other
     * @param steps the properties used, in order; none where the units convert by themselves
     */
    record Converted(BigDecimal multiplier, List<FuelStep> steps) implements Result {}

    /**
     * @param message which properties of the fuel would be needed
     */
    record NotConvertible(String message) implements Result {}
  }

  private record Edge(FuelMeasure from, FuelMeasure to, FuelStep step) {}

  /**
   * @param fuel subject of the factors
   * @param places narrow to wide
   */
  public Result convert(String fuel, Unit from, Unit to, LocalDate day, List<String> places) {
    Optional<BigDecimal> direct = from.factorTo(to);
    if (direct.isPresent()) {
      return new Result.Converted(direct.get(), List.of());
    }
    Optional<FuelMeasure> start = FuelMeasure.of(from);
    Optional<FuelMeasure> end = FuelMeasure.of(to);
    if (start.isEmpty() || end.isEmpty()) {
      return missing(fuel, from, to);
    }
    return path(start.get(), end.get(), edges(fuel, day, places))
        .<Result>map(steps -> converted(from, start.get(), steps, end.get(), to))
        .orElseGet(() -> missing(fuel, from, to));
  }

  private static Result converted(
      Unit from, FuelMeasure start, List<FuelStep> steps, FuelMeasure end, Unit to) {
    BigDecimal multiplier = start.of1(from);
    for (FuelStep step : steps) {
      multiplier = multiplier.multiply(step.multiplier(), MathContext.DECIMAL128);
    }
    return new Result.Converted(
        multiplier.divide(end.of1(to), MathContext.DECIMAL128), List.copyOf(steps));
  }

  private static Result missing(String fuel, Unit from, Unit to) {
    return new Result.NotConvertible(
        ("'%s' in %s does not convert to %s: that takes factors of kind %s, %s or %s of '%s' that"
                + " lead from one to the other")
            .formatted(
                fuel,
                from.symbol(),
                to.symbol(),
                FactorKind.FUEL_DENSITY,
                FactorKind.FUEL_GROSS,
                FactorKind.FUEL_NET,
                fuel));
  }

  /** Breadth first, so that the first way found is a shortest. */
  private static Optional<List<FuelStep>> path(
      FuelMeasure start, FuelMeasure end, List<Edge> edges) {
    Map<FuelMeasure, List<FuelStep>> ways = new EnumMap<>(FuelMeasure.class);
    ways.put(start, List.of());
    Deque<FuelMeasure> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      FuelMeasure at = open.remove();
      for (Edge edge : edges) {
        if (edge.from() == at && !ways.containsKey(edge.to())) {
          List<FuelStep> way = new ArrayList<>(ways.get(at));
          way.add(edge.step());
          ways.put(edge.to(), way);
          open.add(edge.to());
        }
      }
    }
    return Optional.ofNullable(ways.get(end));
  }

  private List<Edge> edges(String fuel, LocalDate day, List<String> places) {
    List<Edge> edges = new ArrayList<>();
    for (FuelMeasure per : List.of(FuelMeasure.MASS, FuelMeasure.VOLUME)) {
      add(edges, FactorKind.FUEL_GROSS, fuel, per, FuelMeasure.GROSS_ENERGY, day, places);
      add(edges, FactorKind.FUEL_NET, fuel, per, FuelMeasure.NET_ENERGY, day, places);
    }
    add(edges, FactorKind.FUEL_DENSITY, fuel, FuelMeasure.VOLUME, FuelMeasure.MASS, day, places);
    return edges;
  }

  private void add(
      List<Edge> edges,
      String kind,
      String fuel,
      FuelMeasure per,
      FuelMeasure in,
      LocalDate day,
      List<String> places) {
    FactorQuery query = new FactorQuery(kind, fuel, places, day, Optional.of(per.unit()));
    if (library.choose(query) instanceof Chosen chosen) {
      Factor factor = chosen.factor();
      BigDecimal there =
          factor
              .value()
              .multiply(counted(factor.unit(), in))
              .divide(per.of1(factor.perUnit()), MathContext.DECIMAL128);
      BigDecimal back = BigDecimal.ONE.divide(there, MathContext.DECIMAL128);
      edges.add(new Edge(per, in, new FuelStep(factor, false, there, chosen.why())));
      edges.add(new Edge(in, per, new FuelStep(factor, true, back, chosen.why())));
    }
  }

  /** Net energy is written in plain units too, where the kind says that it is net. */
  private static BigDecimal counted(Unit unit, FuelMeasure in) {
    return unit.factorTo(in.unit())
        .or(() -> unit.factorTo(FuelMeasure.GROSS_ENERGY.unit()))
        .orElseThrow(() -> new IllegalArgumentException("'" + unit.symbol() + "' counts no " + in));
  }
}
