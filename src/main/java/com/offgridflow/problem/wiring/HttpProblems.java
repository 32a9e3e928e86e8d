package com.offgridflow.problem.wiring;

import com.offgridflow.problem.Problem;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Problems of the HTTP server itself, known by their status alone. */
public final class HttpProblems {
  private HttpProblems() {}

  /** A problem of that status. */
  public static Problem of(int status, String detail, List<Problem.Fault> errors) {
    String title = HttpResponseStatus.valueOf(status).reasonPhrase();
    return new Problem("/problems/http-" + status, title, status, detail, errors);
  }

  /** Ends a request that no resource answers. */
  public static void answer(RoutingContext c, int status, String detail) {
    c.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Json.encode(of(status, detail, List.of())));
  }
}
