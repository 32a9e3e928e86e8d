package com.offgridflow.emission.wiring;

import com.offgridflow.emission.compare.ProfileComparison;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.emission.profile.Profiles;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** How a tenant's cloud use is estimated, and what difference another choice would make. */
@Path("/api/v1/tenants/{tenant}/methodology")
public class MethodologyApi {
  private static final String CSV = "text/csv";

  private final TenantDatabase database;
  private final Methodologies methodologies;
  private final Calculators calculators;

  MethodologyApi(TenantDatabase database, Methodologies methodologies, Calculators calculators) {
    this.database = database;
    this.methodologies = methodologies;
    this.calculators = calculators;
  }

  /** What is chosen, and what there is to choose from. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> get(@PathParam("tenant") String tenant) {
    return MethodologyChoice.toJson(
        database.inTenant(
            tenant,
            jdbc -> {
              require(jdbc, tenant);
              return methodologies.of(jdbc, tenant);
            }));
  }

  /** Chooses for emissions from now on. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> put(@PathParam("tenant") String tenant, byte[] body) {
    Methodology chosen = MethodologyChoice.ofJson(body);
    database.inTenant(
        tenant,
        jdbc -> {
          require(jdbc, tenant);
          methodologies.put(jdbc, tenant, chosen);
          return chosen;
        });
    return MethodologyChoice.toJson(chosen);
  }

  /**
   * Two profiles over the tenant's cloud use in a range of days, with the difference told by its
   * causes. Nothing is stored.
   *
   * @param a name of the first profile
   * @param b name of the second profile
   * @param from first day (UTC)
   * @param to day after the last one
   */
  @GET
  @Path("compare")
  public Response compare(
      @PathParam("tenant") String tenant,
      @QueryParam("a") @DefaultValue(Profiles.CURRENT) String a,
      @QueryParam("b") @DefaultValue("") String b,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    List<Fault> faults = new ArrayList<>();
    MethodologyChoice.requireProfile("a", a, faults);
    MethodologyChoice.requireProfile("b", b, faults);
    DayRange days = DayRange.of(from, to, faults);
    refuse(faults);
    ProfileComparison comparison =
        new ProfileComparison(calculators.of(tenant), Profiles.named(a), Profiles.named(b));
    database.inSnapshot(
        tenant,
        jdbc -> {
          require(jdbc, tenant);
          CloudActivities.each(jdbc, tenant, days, comparison::add);
          return comparison;
        });
    ComparisonOutput output = new ComparisonOutput(a, b, days, comparison);
    return answer(accept, output.json(), output::csv);
  }

  /**
   * What each method tells of the tenant's cloud use, per provider and service, and what of it
   * counts.
   *
   * @param from first day (UTC)
   * @param to day after the last one
   */
  @GET
  @Path("variance")
  public Response variance(
      @PathParam("tenant") String tenant,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    List<Fault> faults = new ArrayList<>();
    DayRange days = DayRange.of(from, to, faults);
    refuse(faults);
    MethodVariance variance =
        database.inSnapshot(
            tenant,
            jdbc -> {
              require(jdbc, tenant);
              return MethodVariance.of(jdbc, tenant, days);
            });
    return answer(accept, variance.json(), variance::csv);
  }

  private static Response answer(String accept, Object json, StreamingOutput csv) {
    return CSV.equals(accept)
        ? Response.ok(csv, CSV).build()
        : Response.ok(json, MediaType.APPLICATION_JSON).build();
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid("parameters are at fault", faults));
    }
  }

  private static void require(JdbcTemplate jdbc, String tenant) {
    String known = "select tenant_id from tenant where tenant_id = ?";
    if (jdbc.queryForList(known, String.class, tenant).isEmpty()) {
      throw new NotFoundException("there is no tenant '" + tenant + "'");
    }
  }
}
