package com.offgridflow.problem.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that ended with a problem. */
public class ProblemAnswers {

  @ServerExceptionMapper
  public Response answer(ProblemException e) {
    return answer(e.problem());
  }

  @ServerExceptionMapper
  public Response answer(NotFoundException e, HttpServerRequest request) {
    boolean told = !e.getMessage().startsWith("HTTP 404");
    return answer(
        Problem.notFound(told ? e.getMessage() : "there is nothing at " + request.path()));
  }

  /** What the server itself refuses: a method, a media type, a body that is too large. */
  @ServerExceptionMapper
  public Response answer(ClientErrorException e, HttpServerRequest request) {
    int status = e.getResponse().getStatus();
    Response answer = answer(refused(status, request));
    String allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allowed == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allowed).build();
  }

  private static Problem refused(int status, HttpServerRequest request) {
    String sent = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    String path = request.path();
    return switch (status) {
      case 405 -> problem(status, "Method", request.method().name(), "one that " + path + " has");
      case 406 -> problem(status, "Accept", accepted, "a type that " + path + " gives");
      case 415 ->
          problem(status, "Content-Type", sent, "the type of the body, such as application/json");
      default -> problem(status, "", "", "see the documentation of " + path);
    };
  }

  private static Problem problem(int status, String field, String value, String message) {
    return HttpProblems.of(
        status,
        field + " " + (value == null ? "is not there" : "'" + value + "' does not fit"),
        List.of(new Problem.Fault(field, value == null ? "" : value, message)));
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
