package com.offgridflow.report.wiring;

import com.offgridflow.report.Crosswalk;
import com.offgridflow.report.DataPoint;
import com.offgridflow.report.Framework;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A crosswalk as people read it: labels, paragraphs and elements beside the ids. */
final class CrosswalkRows {
  static final List<String> COLUMNS =
      List.of(
          "change",
          "label",
          "from",
          "from_paragraph",
          "from_concept",
          "to",
          "to_paragraph",
          "to_concept",
          "note");

  private CrosswalkRows() {}

  static Map<String, String> row(Framework from, Framework to, Crosswalk.Row row) {
    Optional<DataPoint> before = row.from().map(from::dataPoint);
    Optional<DataPoint> after = row.to().map(to::dataPoint);
    Map<String, String> json = new LinkedHashMap<>();
    json.put("change", row.change().code());
    json.put("label", after.or(() -> before).orElseThrow().label().in(Locale.ENGLISH));
    put(json, "from", before);
    put(json, "to", after);
    json.put("note", row.note());
    return json;
  }

  private static void put(Map<String, String> json, String side, Optional<DataPoint> point) {
    json.put(side, point.map(DataPoint::id).orElse(""));
    json.put(side + "_paragraph", point.map(DataPoint::paragraph).orElse(""));
    json.put(side + "_concept", point.flatMap(DataPoint::concept).orElse(""));
  }
}
