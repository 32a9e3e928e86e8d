package com.offgridflow.rate.wiring;

import com.offgridflow.console.wiring.ApiUser;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.rate.EcbCsv;
import com.offgridflow.rate.ExchangeRate;
import com.offgridflow.rate.RateFormatException;
import com.offgridflow.rate.RateJson;
import com.offgridflow.source.wiring.Downloads;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Exchange rates, which all tenants share: only administrators, whom alone the login below {@code
 * /api} lets pass, bring them in.
 */
@Path("/api/v1/rates")
@Produces(MediaType.APPLICATION_JSON)
public class RateApi {
  private final RateImports imports;
  private final RateLookup lookup;
  private final ApiUser user;

  RateApi(RateImports imports, RateLookup lookup, ApiUser user) {
    this.imports = imports;
    this.lookup = lookup;
    this.user = user;
  }

  /**
   * Takes in a file of the European Central Bank, {@code eurofxref.csv} or {@code
   * eurofxref-hist.csv}, also in the ZIP file that it comes in: all of it, or nothing and a
   * problem.
   *
   * @return how many rates it has, and how many of them are new or corrected
   */
  @POST
  @Consumes({"text/csv", "application/zip"})
  public RateImports.Taken file(byte[] body) throws IOException {
    return take("eurofxref.csv", body, EcbCsv::read);
  }

  /** Takes in an array of {@code currency}, {@code day} and {@code per_euro}, likewise. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public RateImports.Taken json(byte[] body) throws IOException {
    return take("rates", body, RateJson::read);
  }

  /**
   * The rate that an estimate of these days takes, and where it comes from.
   *
   * @param from currency of the money
   * @param to the wanted currency
   * @param day first day on which the money was spent
   * @param end first day after it; the day after {@code day} when left out
   */
  @GET
  public RateLookup.Answer find(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("day") String day,
      @QueryParam("end") String end) {
    return lookup.find(RateQuestion.of(from, to, day, end));
  }

  /** Which currencies are loaded, from when to when. */
  @GET
  @Path("currencies")
  public List<Map<String, Object>> currencies() {
    return lookup.currencies();
  }

  /** The imports, the newest first: from where, when, and by whom. */
  @GET
  @Path("imports")
  public List<Map<String, Object>> imports() {
    return lookup.imports();
  }

  private RateImports.Taken take(String name, byte[] body, RateImports.Format<ExchangeRate> format)
      throws IOException {
    String location = "api/" + DigestUtils.sha256Hex(body) + "/" + name;
    RateFile file = new RateFile(location, Downloads.Version.NONE, body);
    try {
      return imports.exchangeRates(file, user.name(), format);
    } catch (RateFormatException | UnrecoverableException e) {
      Fault fault = new Fault("body", "", e.getMessage());
      throw new ProblemException(Problem.invalid("no rate was taken in", List.of(fault)));
    }
  }
}
