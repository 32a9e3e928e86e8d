package com.offgridflow.emission.wiring;

import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.profile.CloudMethod;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.emission.profile.Profiles;
import com.offgridflow.intake.ActivityReader;
import com.offgridflow.intake.Reading;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.Tenants;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates what comes with the request and keeps nothing. One activity is answered by one estimate
 * or a problem (RFC 9457); of several, each has its own estimate or problem, in their order.
 */
@Path("/api/v1/estimates")
public class EstimatesApi {
  private static final String CSV = "text/csv";

  private final Calculators calculators;
  private final Tenants tenants;
  private final ActivityReader reader;

  EstimatesApi(Calculators calculators, Tenants tenants) {
    this.calculators = calculators;
    this.tenants = tenants;
    this.reader =
        new ActivityReader(
            getClass().getClassLoader().getResourceAsStream("schemas/activity-1.json"));
  }

  /**
   * @param tenant whose factors, rates and methodology apply; the hub's own when left out
   * @param profile methodology profile for cloud use; the tenant's own when left out
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response json(
      byte[] body,
      @QueryParam("tenant") @DefaultValue("") String tenant,
      @QueryParam("profile") @DefaultValue("") String profile,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    boolean one = firstOf(body) == '{';
    List<Estimate> estimates = estimate(EstimateRequests.ofJson(body), one, by(tenant, profile));
    if (one && estimates.get(0).problem().isPresent()) {
      throw new ProblemException(estimates.get(0).problem().get());
    }
    return answer(estimates, one, CSV.equals(accept));
  }

  /**
   * @param tenant whose factors, rates and methodology apply; the hub's own when left out
   * @param profile methodology profile for cloud use; the tenant's own when left out
   */
  @POST
  @Consumes(CSV)
  public Response csv(
      byte[] body,
      @QueryParam("tenant") @DefaultValue("") String tenant,
      @QueryParam("profile") @DefaultValue("") String profile,
      @HeaderParam(HttpHeaders.ACCEPT) String accept,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
    if (type == null) {
      throw new NotSupportedException();
    }
    boolean json = MediaType.APPLICATION_JSON.equals(accept);
    return answer(estimate(EstimateRequests.ofCsv(body), false, by(tenant, profile)), false, !json);
  }

  private EmissionCalculator by(String tenant, String profile) {
    EmissionCalculator own =
        tenant.isEmpty() ? by(calculators.ofNobody(), Profiles.CURRENT) : of(tenant);
    if (profile.isEmpty()) {
      return own;
    }
    List<Problem.Fault> faults = new ArrayList<>();
    MethodologyChoice.requireProfile("profile", profile, faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid("parameters are at fault", faults));
    }
    return by(own, profile);
  }

  private EmissionCalculator of(String tenant) {
    if (!tenants.exist(tenant)) {
      String message = "the id of a tenant, or nothing for the hub's own factors";
      Problem.Fault fault = new Problem.Fault("tenant", tenant, message);
      throw new ProblemException(Problem.invalid("there is no such tenant", List.of(fault)));
    }
    return calculators.of(tenant);
  }

  /** Every method that can tell of cloud use is computed, the one by usage counts first. */
  private static EmissionCalculator by(EmissionCalculator calculator, String profile) {
    List<CloudMethod> order = List.of(CloudMethod.values());
    return calculator.with(new Methodology(profile, Map.of(Methodology.ALL, order)));
  }

  private static Response answer(List<Estimate> estimates, boolean one, boolean csv) {
    StreamingOutput output =
        csv
            ? stream -> EstimateCsv.write(estimates, stream)
            : stream -> EstimateJson.write(estimates, one, stream);
    return Response.ok(output, csv ? CSV : MediaType.APPLICATION_JSON).build();
  }

  private static char firstOf(byte[] body) {
    int i = 0;
    while (i < body.length && Character.isWhitespace(body[i])) {
      i++;
    }
    return i < body.length ? (char) body[i] : ' ';
  }

  private List<Estimate> estimate(
      List<Map<String, Object>> records, boolean one, EmissionCalculator by) {
    List<Estimate> estimates = new ArrayList<>(records.size());
    for (Map<String, Object> record : records) {
      int index = estimates.size();
      estimates.add(estimate(record, index, one ? "" : "/" + index, by));
    }
    return estimates;
  }

  /** What a stored activity needs to be found again, a request need not name. */
  private Estimate estimate(Map<String, Object> sent, int index, String at, EmissionCalculator by) {
    String key = String.valueOf(sent.getOrDefault("record_key", ""));
    Map<String, Object> record = new HashMap<>(sent);
    record.putIfAbsent("record_key", "activity " + (index + 1));
    record.putIfAbsent("evidence_object", "request");
    record.putIfAbsent("evidence_digest", "");
    record.putIfAbsent("locator", "activity " + (index + 1));
    Reading reading = reader.read(record);
    return reading instanceof Reading.Accepted accepted
        ? Estimate.of(index, key, at, by.estimate(accepted.activity()))
        : Estimate.rejected(index, key, at, ((Reading.Rejected) reading).rejection());
  }
}
