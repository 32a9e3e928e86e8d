package com.offgridflow.report.wiring;

import com.offgridflow.report.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The ways to write a frozen report, by name. */
@ApplicationScoped
public class Renderings {
  private final Map<String, Rendering> byName = new LinkedHashMap<>();

  Renderings(RenderReport render, RenderTables tables) {
    tagged("xbrl", "application/xml", ".xbrl", render::xbrl);
    tagged("ixbrl", "application/xhtml+xml", ".xhtml", render::ixbrl);
    tagged("package", "application/zip", ".xbri", render::xbri);
    tagged("package-zip", "application/zip", ".zip", render::zip);
    add("pdf", "application/pdf", ".pdf", render::pdf);
    add("csv", "text/csv", "-values.csv", render::values);
    add("csv-breakdown", "text/csv", "-breakdown.csv", render::breakdown);
    add("json", "application/json", ".json", tables::json);
    add("csv-uncovered", "text/csv", "-uncovered.csv", render::uncovered);
  }

  /**
   * A way to write a report. The same report gives the same bytes.
   *
   * @param mediaType as HTTP and mail name it, without parameters
   * @param suffix what the file's name ends with; no other rendering has it
   * @param tagged whether it needs a framework that has a taxonomy
   */
  public record Rendering(
      String name,
      String mediaType,
      String suffix,
      boolean tagged,
      Function<Report, byte[]> bytes) {

    /** Whether the report can be written so. */
    public boolean fits(Report report) {
      return !tagged || report.framework().taxonomy().isPresent();
    }
  }

  private void add(String name, String mediaType, String suffix, Function<Report, byte[]> bytes) {
    byName.put(name, new Rendering(name, mediaType, suffix, false, bytes));
  }

  private void tagged(
      String name, String mediaType, String suffix, Function<Report, byte[]> bytes) {
    byName.put(name, new Rendering(name, mediaType, suffix, true, bytes));
  }

  /** The names of all, the usual ones first. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * The rendering of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Rendering named(String name) {
    Rendering rendering = byName.get(name);
    if (rendering == null) {
      throw new IllegalArgumentException(
          "there is no rendering '%s'; there are %s".formatted(name, names()));
    }
    return rendering;
  }
}
