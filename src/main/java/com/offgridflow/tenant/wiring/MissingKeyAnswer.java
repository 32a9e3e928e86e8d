package com.offgridflow.tenant.wiring;

import com.offgridflow.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that bring a secret to a hub without a key. */
public class MissingKeyAnswer {

  @ServerExceptionMapper
  public Response answer(MissingKeyException e) {
    Problem problem = Problem.notSetUp(e.getMessage());
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
