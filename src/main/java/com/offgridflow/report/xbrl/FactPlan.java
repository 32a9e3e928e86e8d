package com.offgridflow.report.xbrl;

import com.offgridflow.report.Dimension;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The contexts, units and facts of a report, named once for the instance and the inline document.
 *
 * @param contexts one per combination of dimensions in use
 * @param units unit ids of the registry, in order of first use
 * @param facts one per value of the report that has a concept, in its order
 */
public record FactPlan(List<Context> contexts, List<String> units, List<Fact> facts) {

  /** The plan of a report; the same report always gives the same ids. */
  public static FactPlan of(Report report) {
    List<ReportValue> tagged =
        report.values().stream().filter(value -> value.concept().isPresent()).toList();
    List<List<Dimension>> dimensions =
        tagged.stream().map(ReportValue::dimensions).distinct().toList();
    List<String> units = tagged.stream().map(ReportValue::unit).distinct().toList();
    List<Context> contexts = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      contexts.add(new Context("c-" + (i + 1), dimensions.get(i)));
    }
    List<Fact> facts =
        tagged.stream()
            .map(value -> fact(value, contexts.get(dimensions.indexOf(value.dimensions()))))
            .toList();
    return new FactPlan(List.copyOf(contexts), units, facts);
  }

  /** The id that a unit element has. */
  public static String unitId(String unit) {
    return "u-" + unit;
  }

  private static Fact fact(ReportValue value, Context context) {
    return new Fact("f-" + value.dataPoint(), context.id(), unitId(value.unit()), value);
  }

  /** A context's id and the dimensions in its scenario. */
  public record Context(String id, List<Dimension> dimensions) {}

  /** A value with the ids of its fact, context and unit. */
  public record Fact(String id, String contextId, String unitId, ReportValue value) {}
}
