package com.offgridflow.report.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.problem.wiring.JsonBody;
import com.offgridflow.report.Theme;
import com.offgridflow.report.chart.Contrast;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How a tenant's reports look: name on the cover and two colours. */
@Path("/api/v1/tenants/{tenant}/report-theme")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportThemeApi {
  private static final String PAPER = "#ffffff";
  private static final int LONGEST_NAME = 200;

  private final TenantDatabase database;
  private final ReportThemes themes;

  ReportThemeApi(TenantDatabase database, ReportThemes themes) {
    this.database = database;
    this.themes = themes;
  }

  /** What reports frozen from now on look like. */
  @GET
  public Map<String, String> get(@PathParam("tenant") String tenant) {
    return database.inTenant(
        tenant,
        jdbc -> {
          requireTenant(jdbc, tenant);
          return toJson(themes.of(jdbc, tenant));
        });
  }

  /**
   * Chooses. The body is {@code {"name": "...", "primary": "#1f4e5f", "accent": "#2e8b57"}}; what
   * it does not name is the hub's own. White text stands on the primary colour and text in that
   * colour on white, so it needs a contrast of 4.5 to white; the accent, which only lines and bars
   * have, needs 3.
   */
  @PUT
  public Map<String, String> put(@PathParam("tenant") String tenant, byte[] body) {
    Theme theme = read(JsonBody.texts(body));
    return database.inTenant(
        tenant,
        jdbc -> {
          requireTenant(jdbc, tenant);
          themes.put(jdbc, tenant, theme);
          return toJson(theme);
        });
  }

  private static Theme read(Map<String, String> fields) {
    List<Fault> faults = new ArrayList<>();
    fields.keySet().stream()
        .filter(field -> !List.of("name", "primary", "accent").contains(field))
        .forEach(
            field ->
                faults.add(
                    new Fault(
                        "/" + field,
                        fields.get(field),
                        "not a field here; there are name, primary and accent")));
    String name = fields.getOrDefault("name", "").strip();
    if (name.length() > LONGEST_NAME) {
      faults.add(new Fault("/name", name, "a name of at most " + LONGEST_NAME + " characters"));
    }
    String primary = colour(fields, "primary", Theme.HUB.primary(), Contrast.TEXT, faults);
    String accent = colour(fields, "accent", Theme.HUB.accent(), Contrast.GRAPHICS, faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid("the theme cannot be used", faults));
    }
    return new Theme(Optional.of(name).filter(text -> !text.isEmpty()), primary, accent);
  }

  private static String colour(
      Map<String, String> fields,
      String field,
      String usual,
      BigDecimal least,
      List<Fault> faults) {
    String colour = fields.getOrDefault(field, usual);
    if (!colour.matches("#[0-9a-fA-F]{6}")) {
      faults.add(new Fault("/" + field, colour, "a colour such as " + usual));
    } else if (Contrast.ratio(colour, PAPER).compareTo(least) < 0) {
      faults.add(
          new Fault(
              "/" + field,
              colour,
              "a darker colour: its contrast to white is %s, and WCAG 2.2 asks for %s"
                  .formatted(Contrast.ratio(colour, PAPER), least)));
    }
    return colour;
  }

  private static Map<String, String> toJson(Theme theme) {
    Map<String, String> fields = new LinkedHashMap<>();
    theme.name().ifPresent(name -> fields.put("name", name));
    fields.put("primary", theme.primary());
    fields.put("accent", theme.accent());
    return fields;
  }

  private static void requireTenant(JdbcTemplate jdbc, String tenant) {
    if (jdbc.queryForList("select 1 from tenant where tenant_id = ?", tenant).isEmpty()) {
      throw new ProblemException(Problem.notFound("there is no tenant " + tenant));
    }
  }
}
