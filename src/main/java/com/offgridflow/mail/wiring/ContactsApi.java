package com.offgridflow.mail.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who is told of a tenant's parked jobs, and in which language. */
@Path("/api/v1/tenants/{tenant}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ContactsApi {
  private static final List<String> LANGUAGES = List.of("en", "de");

  private static final String SHAPE =
      "{\"administrators\": [\"ann@example.com\"], \"language\": \"en\"}";

  private final TenantDatabase database;
  private final ObjectMapper json;

  ContactsApi(TenantDatabase database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * A tenant's contacts.
   *
   * @param administrators addresses; none for those of the hub's own administrators
   * @param language {@code en} or {@code de}
   */
  public record Contacts(List<String> administrators, String language) {}

  @GET
  public Contacts get(@PathParam("tenant") String tenant) {
    String sql = "select administrators, language from tenant";
    return database
        .inTenant(
            tenant,
            jdbc ->
                jdbc.query(
                    sql,
                    (row, n) ->
                        new Contacts(
                            List.of((String[]) row.getArray(1).getArray()), row.getString(2))))
        .stream()
        .findFirst()
        .orElseThrow(
            () -> new ProblemException(Problem.notFound("there is no tenant '" + tenant + "'")));
  }

  /** The body is as {@link #get} gives it. */
  @PUT
  public Contacts put(@PathParam("tenant") String tenant, byte[] body) {
    get(tenant);
    Contacts contacts = read(body);
    database.inTenant(
        tenant,
        jdbc ->
            jdbc.update(
                "update tenant set administrators = ?::text[], language = ?",
                contacts.administrators().toArray(String[]::new),
                contacts.language()));
    return contacts;
  }

  private Contacts read(byte[] body) {
    List<Fault> faults = new ArrayList<>();
    try {
      Contacts contacts = json.readValue(body, Contacts.class);
      check(contacts, faults);
      if (faults.isEmpty()) {
        return contacts;
      }
    } catch (IOException e) {
      faults.add(new Fault("", "", "JSON like " + SHAPE));
    }
    throw new ProblemException(Problem.invalid("the contacts are not valid", faults));
  }

  private static void check(Contacts contacts, List<Fault> faults) {
    if (contacts.administrators() == null) {
      faults.add(new Fault("/administrators", "", "a list of addresses, which may be empty"));
    } else {
      contacts.administrators().stream()
          .filter(address -> !MimeWriter.isAddress(address))
          .map(address -> new Fault("/administrators", address, "like ann@example.com"))
          .forEach(faults::add);
    }
    if (!LANGUAGES.contains(contacts.language())) {
      faults.add(new Fault("/language", contacts.language(), "one of " + LANGUAGES));
    }
  }
}
