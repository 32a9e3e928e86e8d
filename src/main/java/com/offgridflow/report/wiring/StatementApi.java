package com.offgridflow.report.wiring;

import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.problem.wiring.JsonBody;
import com.offgridflow.report.Frameworks;
import com.offgridflow.report.csv.CsvTable;
import com.offgridflow.report.statement.Statement;
import com.offgridflow.report.statement.StatementKeys;
import com.offgridflow.report.statement.StatementRow;
import com.offgridflow.report.statement.StatementRow.Reading;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.tenant.wiring.Tenants;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What a tenant states: figures and words that no record of the hub tells. */
@Path("/api/v1/tenants/{tenant}/statements")
@Produces(MediaType.APPLICATION_JSON)
public class StatementApi {
  private static final String CSV = "text/csv";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final TenantDatabase database;
  private final Tenants tenants;
  private final StatementStore store;
  private final ApiUser user;
  private final Clock clock;
  private final StatementKeys keys = new StatementKeys(Frameworks.all());

  StatementApi(
      TenantDatabase database, Tenants tenants, StatementStore store, ApiUser user, Clock clock) {
    this.database = database;
    this.tenants = tenants;
    this.store = store;
    this.user = user;
    this.clock = clock;
  }

  /** States one thing, in the place of what was stated for its key, period and language before. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Map<String, Object> state(@PathParam("tenant") String tenant, byte[] body) {
    List<Fault> faults = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    read(JsonBody.texts(body), "/", statements, faults);
    return put(tenant, statements, faults);
  }

  /** States each row of a table, all or none. */
  @POST
  @Consumes(CSV)
  public Map<String, Object> load(@PathParam("tenant") String tenant, String csv)
      throws IOException {
    List<Fault> faults = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    try (CSVParser rows = FORMAT.parse(new StringReader(csv))) {
      for (CSVRecord row : rows) {
        read(row.toMap(), "row " + row.getRecordNumber() + ", ", statements, faults);
      }
    } catch (IllegalArgumentException | UncheckedIOException | CSVException e) {
      throw new ProblemException(
          Problem.invalid("the table cannot be read: " + e.getMessage(), List.of()));
    }
    return put(tenant, statements, faults);
  }

  /**
   * What is stated, the newest period first.
   *
   * @param key of one key alone
   * @param superseded whether to show what is no longer in force too
   */
  @GET
  @Produces({MediaType.APPLICATION_JSON, CSV})
  public Response list(
      @PathParam("tenant") String tenant,
      @QueryParam("key") @DefaultValue("") String key,
      @QueryParam("superseded") @DefaultValue("false") boolean superseded,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    requireTenant(tenant);
    List<Map<String, Object>> rows =
        database.inTenant(tenant, jdbc -> store.rows(jdbc, tenant, key, superseded));
    return CSV.equals(accept)
        ? Response.ok(csv(rows), CSV).build()
        : Response.ok(rows, MediaType.APPLICATION_JSON).build();
  }

  /** Takes a statement out of force; reports that rest on it keep it. */
  @DELETE
  @Path("{id}")
  public void withdraw(@PathParam("tenant") String tenant, @PathParam("id") long id) {
    if (!database.inTenant(tenant, jdbc -> store.withdraw(jdbc, tenant, id, user.name()))) {
      throw new ProblemException(
          Problem.notFound("there is no statement %d in force".formatted(id)));
    }
  }

  private void read(
      Map<String, String> fields, String where, List<Statement> statements, List<Fault> faults) {
    Reading reading =
        StatementRow.read(
            fields, keys, user.name(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    if (reading instanceof Reading.Read read) {
      statements.add(read.statement());
    } else if (reading instanceof Reading.Refused refused) {
      refused.faults().stream()
          .map(fault -> new Fault(where + fault.field(), fault.value(), fault.message()))
          .forEach(faults::add);
    }
  }

  private Map<String, Object> put(String tenant, List<Statement> statements, List<Fault> faults) {
    requireTenant(tenant);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid("this cannot be stated", faults));
    }
    int changed = database.inTenant(tenant, jdbc -> store.put(jdbc, tenant, statements));
    return Map.of("changed", changed, "unchanged", statements.size() - changed);
  }

  private void requireTenant(String tenant) {
    if (!tenants.exist(tenant)) {
      throw new NotFoundException("there is no tenant '" + tenant + "'");
    }
  }

  private static byte[] csv(List<Map<String, Object>> rows) {
    List<String> header =
        List.of(
            "id",
            "key",
            "period_start",
            "period_end",
            "value",
            "unit",
            "text",
            "language",
            "source",
            "stated_by",
            "stated_at",
            "superseded_at",
            "superseded_by");
    CsvTable table = new CsvTable(header.toArray(String[]::new));
    rows.forEach(
        row ->
            table.row(header.stream().map(name -> Objects.toString(row.get(name), "")).toArray()));
    return table.bytes();
  }
}
