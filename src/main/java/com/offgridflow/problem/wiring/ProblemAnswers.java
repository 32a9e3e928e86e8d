package com.offgridflow.problem.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that ended with a problem. */
public class ProblemAnswers {

  @ServerExceptionMapper
  public Response answer(ProblemException e) {
    return answer(e.problem());
  }

  @ServerExceptionMapper
  public Response answer(NotFoundException e) {
    return answer(Problem.notFound(e.getMessage()));
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
