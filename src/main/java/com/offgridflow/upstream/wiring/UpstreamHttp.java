package com.offgridflow.upstream.wiring;

import com.offgridflow.failure.PostponedException;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.upstream.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;

/**
 * Sends HTTP requests through the gate of their upstream. What is answered 429 or 5xx is sent again
 * after 1, 2, 4 and 8 s or as long as the answer asks; redirects are the caller's. Addresses are
 * checked right before connecting, and not pinned: Java's client resolves again, by the JVM's cache
 * of names. A name that changes in between finds no server with a certificate for it.
 */
@ApplicationScoped
public class UpstreamHttp {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TRIES = 5;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(Redirect.NEVER).build();
  private final Upstreams upstreams;
  private final Outgoing outgoing;

  UpstreamHttp(Upstreams upstreams, Outgoing outgoing) {
    this.upstreams = upstreams;
    this.outgoing = outgoing;
  }

  /**
   * The last answer, whatever it says; its body has to be consumed.
   *
   * @param request to a host that the hub or the administrator has named
   * @throws UnrecoverableException when the host's address is not for the hub to call
   * @throws PostponedException when the upstream asks to wait long, or is not asked for now
   * @throws IOException when no answer came
   */
  public <T> HttpResponse<T> send(Upstream upstream, HttpRequest request, BodyHandler<T> body)
      throws IOException {
    HttpResponse<T> answer = once(upstream, request, body);
    for (int tried = 1; tried < TRIES && mayPass(answer.statusCode()); tried++) {
      upstreams.retried(upstream);
      drop(answer.body());
      if (!upstreams.asksToWait(answer.headers().map())) {
        Upstreams.sleep(Duration.ofSeconds(1L << (tried - 1)), upstream);
      }
      answer = once(upstream, request, body);
    }
    return answer;
  }

  /** A body that is a stream keeps its connection until it is closed. */
  private static void drop(Object body) throws IOException {
    if (body instanceof Closeable open) {
      open.close();
    }
  }

  private <T> HttpResponse<T> once(Upstream upstream, HttpRequest request, BodyHandler<T> body)
      throws IOException {
    upstreams.pass(upstream);
    try {
      outgoing.resolve(request.uri().getHost(), host -> true);
      HttpResponse<T> answer = http.send(request, body);
      upstreams.answered(upstream, answer.statusCode(), answer.headers().map());
      return answer;
    } catch (IOException | UnrecoverableException e) {
      upstreams.unanswered(upstream);
      throw e;
    } catch (InterruptedException e) {
      upstreams.unanswered(upstream);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + upstream, e);
    }
  }

  private static boolean mayPass(int status) {
    return status == 429 || status >= 500;
  }
}
