package com.offgridflow.report.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.report.Crosswalk;
import com.offgridflow.report.DataPoint;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Frameworks;
import com.offgridflow.report.csv.CsvTable;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The frameworks that there are, and how their releases go on. */
@Path("/api/v1/frameworks")
@Produces(MediaType.APPLICATION_JSON)
public class FrameworkApi {
  private static final String CSV = "text/csv";

  /** All of them. */
  @GET
  public List<Map<String, Object>> list(@QueryParam("language") @DefaultValue("en") String tag) {
    Locale language = Locale.forLanguageTag(tag);
    return Frameworks.all().stream().map(framework -> head(framework, language)).toList();
  }

  /** One with its data points. */
  @GET
  @Path("{framework}")
  public Map<String, Object> get(
      @PathParam("framework") String id, @QueryParam("language") @DefaultValue("en") String tag) {
    Framework framework = find(id);
    Locale language = Locale.forLanguageTag(tag);
    Map<String, Object> json = head(framework, language);
    json.put(
        "data_points",
        framework.dataPoints().stream().map(point -> point(point, language)).toList());
    return json;
  }

  /** What became of each data point in another release, as JSON or as a table. */
  @GET
  @Path("{framework}/crosswalks/{other}")
  @Produces({MediaType.APPLICATION_JSON, CSV})
  public Response crosswalk(
      @PathParam("framework") String id,
      @PathParam("other") String other,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    Framework from = find(id);
    Framework to = find(other);
    Crosswalk crosswalk = crosswalk(id, other);
    List<Map<String, String>> rows =
        crosswalk.rows().stream().map(row -> CrosswalkRows.row(from, to, row)).toList();
    return CSV.equals(accept)
        ? Response.ok(csv(rows), CSV).build()
        : Response.ok(rows, MediaType.APPLICATION_JSON).build();
  }

  /**
   * @throws ProblemException when there is none
   */
  static Framework find(String id) {
    if (!Frameworks.ids().contains(id)) {
      throw new ProblemException(
          Problem.notFound(
              "there is no framework '%s'; there are %s".formatted(id, Frameworks.ids())));
    }
    return Frameworks.load(id);
  }

  /**
   * @throws ProblemException when there is none
   */
  static Crosswalk crosswalk(String from, String to) {
    return Crosswalk.between(from, to)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound(
                        "%s and %s are no releases of one framework with a crosswalk"
                            .formatted(from, to))));
  }

  private static Map<String, Object> head(Framework framework, Locale language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", framework.id());
    json.put("release", framework.release());
    json.put("title", framework.title().in(language));
    json.put("status", framework.status().name().toLowerCase(Locale.ROOT));
    framework.taxonomy().ifPresent(taxonomy -> json.put("entry_point", taxonomy.schemaRef()));
    return json;
  }

  private static Map<String, Object> point(DataPoint point, Locale language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", point.id());
    json.put("paragraph", point.paragraph());
    json.put("label", point.label().in(language));
    point.concept().ifPresent(concept -> json.put("concept", concept));
    if (!point.words()) {
      json.put("unit", point.unit());
    }
    if (!point.dimensions().isEmpty()) {
      json.put("dimensions", point.dimensions());
    }
    point.statement().ifPresent(key -> json.put("statement", key));
    return json;
  }

  private static byte[] csv(List<Map<String, String>> rows) {
    CsvTable table = new CsvTable(CrosswalkRows.COLUMNS.toArray(String[]::new));
    rows.forEach(row -> table.row(CrosswalkRows.COLUMNS.stream().map(row::get).toArray()));
    return table.bytes();
  }
}
