package com.offgridflow.report.wiring;

import com.offgridflow.report.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The ways to write a frozen report, by name. */
@ApplicationScoped
public class Renderings {
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    large("xlsx", WORKBOOK, ".xlsx", tables::workbook);
    large("csv-emissions", "text/csv", "-emissions.csv", tables::emissions);
  }

  /** Writes a report and leaves the stream open. */
  @FunctionalInterface
  public interface Writing {
    void to(Report report, OutputStream out) throws IOException;
  }

  /**
   * A way to write a report. The same report gives the same bytes.
   *
   * @param mediaType as HTTP and mail name it, without parameters
   * @param suffix what the file's name ends with; no other rendering has it
   * @param tagged whether it needs a framework that has a taxonomy
   */
  public record Rendering(
      String name, String mediaType, String suffix, boolean tagged, Writing writing) {

    /** Whether the report can be written so. */
    public boolean fits(Report report) {
      return !tagged || report.framework().taxonomy().isPresent();
    }
  }

  private void add(String name, String mediaType, String suffix, Function<Report, byte[]> bytes) {
    large(name, mediaType, suffix, (report, out) -> out.write(bytes.apply(report)));
  }

  /** One that memory is not the place for. */
  private void large(String name, String mediaType, String suffix, Writing writing) {
    byName.put(name, new Rendering(name, mediaType, suffix, false, writing));
  }

  private void tagged(
      String name, String mediaType, String suffix, Function<Report, byte[]> bytes) {
    Writing writing = (report, out) -> out.write(bytes.apply(report));
    byName.put(name, new Rendering(name, mediaType, suffix, true, writing));
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
