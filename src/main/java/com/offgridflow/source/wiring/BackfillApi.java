package com.offgridflow.source.wiring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reading months of a connection again. */
@Path("/api/v1/tenants/{tenant}/connections/{connection}/backfill")
@Produces(MediaType.APPLICATION_JSON)
public class BackfillApi {
  private static final int MOST_MONTHS = 240;
  private static final Set<String> WITHOUT_MONTHS =
      Set.of("factors", "instruments-csv", "cbam-csv");

  private final ConnectionStates states;
  private final Backfills backfills;

  BackfillApi(ConnectionStates states, Backfills backfills) {
    this.states = states;
    this.backfills = backfills;
  }

  /**
   * Months to read again.
   *
   * @param from the first month, like {@code 2024-01}
   * @param to the month after the last
   */
  public record Range(@JsonProperty("from") String from, @JsonProperty("to") String to) {}

  /** Answers 202 with the id under which the backfill can be asked after. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response backfill(
      @PathParam("tenant") String tenant, @PathParam("connection") String connection, Range range) {
    List<Fault> faults = new ArrayList<>();
    YearMonth from = month("from", range == null ? null : range.from(), faults);
    YearMonth to = month("to", range == null ? null : range.to(), faults);
    if (faults.isEmpty() && (!from.isBefore(to) || !from.plusMonths(MOST_MONTHS + 1).isAfter(to))) {
      String message = "should be after " + from + ", by at most " + MOST_MONTHS + " months";
      faults.add(new Fault("to", to.toString(), message));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid("nothing is read again", faults));
    }
    requireMonths(connection, states.required(tenant, connection).get("kind").toString());
    String id = backfills.begin(tenant, connection, from, to);
    return Response.accepted(progress(tenant, connection, id)).build();
  }

  private static void requireMonths(String connection, String kind) {
    if (WITHOUT_MONTHS.contains(kind)) {
      throw new ProblemException(
          Problem.conflict(
              "connection '%s' is of kind %s, which has no months; its next sync reads all that has changed"
                  .formatted(connection, kind)));
    }
  }

  private static YearMonth month(String field, String value, List<Fault> faults) {
    try {
      return YearMonth.parse(String.valueOf(value));
    } catch (DateTimeException e) {
      String sent = value == null ? "" : value;
      faults.add(new Fault(field, sent, "should be a month like 2024-01"));
      return null;
    }
  }

  /** How far a backfill has come, month by month. */
  @GET
  @Path("{id}")
  public Map<String, Object> progress(
      @PathParam("tenant") String tenant,
      @PathParam("connection") String connection,
      @PathParam("id") String id) {
    List<Map<String, Object>> months = backfills.months(tenant, connection, id);
    if (months.isEmpty()) {
      throw notFound("connection '" + connection + "' has no backfill '" + id + "'");
    }
    return Map.of("backfill", id, "progress", Backfills.progress(months), "months", months);
  }

  /** Leaves out the months that are not done; those that are, stay. */
  @POST
  @Path("{id}/cancel")
  public Map<String, Object> cancel(
      @PathParam("tenant") String tenant,
      @PathParam("connection") String connection,
      @PathParam("id") String id) {
    backfills.cancel(tenant, connection, id);
    return progress(tenant, connection, id);
  }

  private static ProblemException notFound(String detail) {
    return new ProblemException(Problem.notFound(detail));
  }
}
