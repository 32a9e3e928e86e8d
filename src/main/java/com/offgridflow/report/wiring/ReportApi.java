package com.offgridflow.report.wiring;

import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.problem.wiring.PageLimit;
import com.offgridflow.report.EmissionSelection;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Frameworks;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportJson;
import com.offgridflow.report.ReportValue;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The way from a reported figure to the rows of the bill, for auditors and their tools. Whatever is
 * below {@code /api} is for administrators who have logged in, see {@code ConsoleRoutes}.
 */
@Path("/api/v1/tenants/{tenant}/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportApi {
  private static final String REPORTS =
      """
      select report_id as id, plan_id as plan, framework, period_start, period_end, digest,
        frozen_at, filed_at, filed_by
      from report order by frozen_at desc, report_id""";
  private static final String DERIVATIONS =
      """
      select d.emission_id, d.activity_id, d.kg_co2e, d.energy_kwh, d.gwp_set, d.source, d.record_key, d.version,
        d.quantity, d.unit, d.converted_quantity, d.converted_unit, d.calculation::text,
        d.evidence_object, d.evidence_digest, d.locator, d.lines, e.method, e.component, e.formula,
        e.profile, e.kg_co2e_low, e.kg_co2e_high, e.data_quality
      from report_emission r join derivation d using (emission_id)
        join emission e using (emission_id)
      where r.report_id = ? and e.emission_id > ? and e.scope = ?
        and (cardinality(?::text[]) = 0 or e.method = any (?::text[]))
        and (?::int is null or e.category = ?::int)
        and (cardinality(?::text[]) = 0 or exists (
          select 1 from activity a where a.activity_id = e.activity_id and a.kind = any (?::text[])))
      order by e.emission_id limit ?""";

  private final TenantDatabase database;
  private final ReportStore store;
  private final DerivationJson json;
  private final ReportFiling filing;
  private final ApiUser user;

  ReportApi(
      TenantDatabase database,
      ReportStore store,
      DerivationJson json,
      ReportFiling filing,
      ApiUser user) {
    this.database = database;
    this.store = store;
    this.json = json;
    this.filing = filing;
    this.user = user;
  }

  /** All frozen reports, the newest first. */
  @GET
  public List<Map<String, Object>> list(@PathParam("tenant") String tenant) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForList(REPORTS));
  }

  /** A frozen report, as it was digested. */
  @GET
  @Path("{report}")
  public String get(@PathParam("tenant") String tenant, @PathParam("report") UUID report) {
    return ReportJson.write(find(tenant, report));
  }

  /** Marks a report as filed: from now on the figures of its period move by approval only. */
  @POST
  @Path("{report}/file")
  public Map<String, Object> file(
      @PathParam("tenant") String tenant, @PathParam("report") UUID report) {
    return database.inTenant(tenant, jdbc -> filing.file(jdbc, tenant, report, user.name()));
  }

  /**
   * The emissions behind a value, each with calculation and evidence.
   *
   * @param after emission id of the last one of the page before
   */
  @GET
  @Path("{report}/values/{value}/emissions")
  public List<Map<String, Object>> emissions(
      @PathParam("tenant") String tenant,
      @PathParam("report") UUID report,
      @PathParam("value") String value,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    Report frozen = find(tenant, report);
    if (frozen.values().stream().noneMatch(known -> known.dataPoint().equals(value))) {
      throw new NotFoundException(
          "the report has no value '%s'; it has %s"
              .formatted(value, frozen.values().stream().map(ReportValue::dataPoint).toList()));
    }
    return emissions(frozen, List.of(value), after, limit);
  }

  /** A page of the emissions behind data points of a report, each once. */
  List<Map<String, Object>> emissions(
      Report frozen, List<String> dataPoints, long after, int limit) {
    int rows = PageLimit.require(limit, "emissions cannot be listed so");
    UUID report = UUID.fromString(frozen.request().id());
    Framework framework = Frameworks.load(frozen.framework().id());
    List<Map<String, Object>> found =
        database.inTenant(
            frozen.request().tenant(),
            jdbc ->
                dataPoints.stream()
                    .flatMap(id -> framework.selectionsOf(framework.dataPoint(id)).stream())
                    .distinct()
                    .flatMap(selection -> page(jdbc, report, selection, after, rows).stream())
                    .sorted(Comparator.comparingLong(row -> (Long) row.get("emission_id")))
                    .distinct()
                    .limit(rows)
                    .toList());
    return found.stream().map(json::withCalculation).toList();
  }

  Report find(String tenant, UUID report) {
    try {
      return store.load(tenant, report.toString());
    } catch (UnrecoverableException e) {
      throw new NotFoundException(e.getMessage(), e);
    }
  }

  private static List<Map<String, Object>> page(
      JdbcTemplate jdbc, UUID report, EmissionSelection selection, long after, int rows) {
    String[] methods = selection.methods().toArray(String[]::new);
    Integer category = selection.category().orElse(null);
    String[] kinds = selection.kinds().toArray(String[]::new);
    return jdbc.queryForList(
        DERIVATIONS,
        report,
        after,
        selection.scope(),
        methods,
        methods,
        category,
        category,
        kinds,
        kinds,
        rows);
  }
}
