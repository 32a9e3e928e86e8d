package com.offgridflow.report.xbrl;

import com.offgridflow.report.Comparison;
import com.offgridflow.report.Dimension;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportText;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingPeriod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The contexts, units and facts of a report, named once for the instance and the inline document.
 *
 * @param contexts one per period and combination of dimensions in use
 * @param units unit texts of the report, in order of first use
 * @param facts one per value of the report that has a concept, in its order
 * @param comparisons one per value of another period whose data point has a value in this one
 * @param texts one per narrative disclosure that has a concept
 */
public record FactPlan(
    List<Context> contexts,
    List<String> units,
    List<Fact> facts,
    List<ComparisonFact> comparisons,
    List<TextFact> texts) {

  /** The plan of a report; the same report always gives the same ids. */
  public static FactPlan of(Report report) {
    List<ReportValue> tagged =
        report.values().stream().filter(value -> value.concept().isPresent()).toList();
    List<Place> places = places(report, tagged);
    return new FactPlan(
        places.stream().map(place -> place.context(places)).toList(),
        tagged.stream().map(ReportValue::unit).distinct().toList(),
        tagged.stream().map(value -> fact(report, value, places)).toList(),
        comparisons(report, tagged, places),
        texts(report).map(text -> fact(report, text, places)).toList());
  }

  private static List<Place> places(Report report, List<ReportValue> tagged) {
    ReportingPeriod period = report.request().period();
    Set<Place> places = new LinkedHashSet<>();
    tagged.forEach(value -> places.add(new Place(period, value.dimensions())));
    texts(report).forEach(text -> places.add(new Place(period, text.dimensions())));
    for (Comparison comparison : report.comparisons()) {
      valueOf(comparison, tagged)
          .ifPresent(value -> places.add(new Place(comparison.period(), value.dimensions())));
    }
    return new ArrayList<>(places);
  }

  private static Stream<ReportText> texts(Report report) {
    return report.texts().stream().filter(text -> text.concept().isPresent());
  }

  private static Optional<ReportValue> valueOf(Comparison comparison, List<ReportValue> tagged) {
    return tagged.stream()
        .filter(value -> value.dataPoint().equals(comparison.dataPoint()))
        .findFirst();
  }

  private static Fact fact(Report report, ReportValue value, List<Place> places) {
    Place place = new Place(report.request().period(), value.dimensions());
    return new Fact("f-" + value.dataPoint(), place.id(places), unitId(value.unit()), value);
  }

  private static TextFact fact(Report report, ReportText text, List<Place> places) {
    boolean block =
        TextBlocks.contains(report.framework().requireTaxonomy(), text.concept().orElseThrow());
    Place place = new Place(report.request().period(), text.dimensions());
    return new TextFact("f-" + text.dataPoint(), place.id(places), block, text);
  }

  /** The base year may be the previous year: then one fact serves both, when they agree. */
  private static List<ComparisonFact> comparisons(
      Report report, List<ReportValue> tagged, List<Place> places) {
    List<ComparisonFact> facts = new ArrayList<>();
    for (Comparison comparison : report.comparisons()) {
      valueOf(comparison, tagged)
          .map(value -> comparison(comparison, value, places))
          .filter(fact -> facts.stream().noneMatch(fact::repeats))
          .ifPresent(facts::add);
    }
    return facts;
  }

  private static ComparisonFact comparison(
      Comparison comparison, ReportValue value, List<Place> places) {
    String id =
        "f-%s.%s-%s"
            .formatted(
                value.dataPoint(),
                comparison.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                comparison.period().start());
    Place place = new Place(comparison.period(), value.dimensions());
    return new ComparisonFact(id, place.id(places), unitId(value.unit()), comparison, value);
  }

  /** The id that a unit element has. */
  public static String unitId(String unit) {
    return "u-" + unit.replace("/", "-per-");
  }

  private record Place(ReportingPeriod period, List<Dimension> dimensions) {
    String id(List<Place> places) {
      return "c-" + (places.indexOf(this) + 1);
    }

    Context context(List<Place> places) {
      return new Context(id(places), period, dimensions);
    }
  }

  /** A context's id, its period and the dimensions in its scenario. */
  public record Context(String id, ReportingPeriod period, List<Dimension> dimensions) {}

  /** A value with the ids of its fact, context and unit. */
  public record Fact(String id, String contextId, String unitId, ReportValue value) {}

  /** A value of another period, with that of this one, whose concept, unit and axes it shares. */
  public record ComparisonFact(
      String id, String contextId, String unitId, Comparison comparison, ReportValue value) {

    /** Digits after the point that were published. */
    public int decimals() {
      return comparison.published().scale();
    }

    private boolean repeats(ComparisonFact other) {
      return value.dataPoint().equals(other.value.dataPoint())
          && Objects.equals(contextId, other.contextId)
          && comparison.published().compareTo(other.comparison.published()) == 0;
    }
  }

  /** A narrative disclosure; a block's value is XHTML, any other's is plain text. */
  public record TextFact(String id, String contextId, boolean block, ReportText text) {}
}
