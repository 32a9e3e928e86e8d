package com.offgridflow.report.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.report.Completeness;
import com.offgridflow.report.Completeness.Row;
import com.offgridflow.report.Disclosure;
import com.offgridflow.report.Finding;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Inventory;
import com.offgridflow.report.PastFigure;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.tenant.wiring.Tenants;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which data points of a framework a tenant has, and what would give it the others. */
@Path("/api/v1/tenants/{tenant}/frameworks/{framework}/completeness")
@Produces(MediaType.APPLICATION_JSON)
public class CompletenessApi {
  private final TenantDatabase database;
  private final Tenants tenants;
  private final Inventories inventories;

  CompletenessApi(TenantDatabase database, Tenants tenants, Inventories inventories) {
    this.database = database;
    this.tenants = tenants;
    this.inventories = inventories;
  }

  /**
   * As a report would have it that was frozen now.
   *
   * @param period a year, or first day and day after the last: 2024-04-01/2025-04-01
   * @param tag language of labels and reasons
   */
  @GET
  public Map<String, Object> get(
      @PathParam("tenant") String tenant,
      @PathParam("framework") String id,
      @QueryParam("period") @DefaultValue("") String period,
      @QueryParam("language") @DefaultValue("en") String tag) {
    if (!tenants.exist(tenant)) {
      throw new NotFoundException("there is no tenant '" + tenant + "'");
    }
    Framework framework = FrameworkApi.find(id);
    ReportingPeriod days = period(period);
    Locale language = Locale.forLanguageTag(tag);
    return database.inSnapshot(tenant, jdbc -> of(jdbc, tenant, framework, days, language));
  }

  private Map<String, Object> of(
      JdbcTemplate jdbc,
      String tenant,
      Framework framework,
      ReportingPeriod period,
      Locale language) {
    Inventory inventory =
        inventories.of(jdbc, tenant, framework, new ReportQueries(jdbc, tenant, period));
    Map<String, Finding> findings = new Disclosure(framework).findings(inventory, period, language);
    List<Row> rows = Completeness.of(framework, findings);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("framework", framework.id());
    json.put("period_start", period.start().toString());
    json.put("period_end", period.end().toString());
    for (Completeness.State state : Completeness.State.values()) {
      json.put(state.code(), rows.stream().filter(row -> row.state() == state).count());
    }
    json.put("data_points", rows.stream().map(row -> json(row, language)).toList());
    PastFigures past = new PastFigures(jdbc, tenant, framework, inventory.statements());
    json.put("past", past.before(period).stream().map(CompletenessApi::json).toList());
    return json;
  }

  private static ReportingPeriod period(String text) {
    try {
      return ReportingPeriod.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.invalid(
              "a parameter is at fault", List.of(new Fault("period", text, e.getMessage()))));
    }
  }

  private static Map<String, Object> json(Row row, Locale language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", row.point().id());
    json.put("paragraph", row.point().paragraph());
    json.put("label", row.point().label().in(language));
    json.put("state", row.state().code());
    row.value().ifPresent(value -> json.put("value", value.toPlainString()));
    if (!row.unit().isEmpty()) {
      json.put("unit", row.unit());
    }
    row.text().ifPresent(text -> json.put("text", text));
    row.evidence().ifPresent(statement -> json.put("source", statement.source()));
    row.reason().ifPresent(reason -> json.put("reason", reason));
    row.remedy()
        .ifPresent(
            remedy -> {
              json.put("lacks", remedy.kind().code());
              json.put("names", remedy.names());
            });
    row.statement().ifPresent(key -> json.put("statement", key));
    return json;
  }

  private static Map<String, Object> json(PastFigure past) {
    return Map.of(
        "data_point", past.dataPoint(),
        "role", past.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "period_start", past.period().start().toString(),
        "value", past.published().toPlainString(),
        "unit", past.unit(),
        "source", past.source());
  }
}
