package com.offgridflow.upstream.wiring;

import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponse;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.offgridflow.upstream.Upstream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads every try of a Google client's requests through the gate of its upstream. */
public final class GoogleGate extends HttpTransportOptions {
  private static final long serialVersionUID = 1L;

  private final transient Upstreams upstreams;
  private final transient Upstream upstream;

  /**
   * @param transport all else about the transport
   */
  public GoogleGate(
      HttpTransportOptions.Builder transport, Upstreams upstreams, Upstream upstream) {
    super(transport);
    this.upstreams = upstreams;
    this.upstream = upstream;
  }

  @Override
  public HttpRequestInitializer getHttpRequestInitializer(ServiceOptions<?, ?> options) {
    HttpRequestInitializer usual = super.getHttpRequestInitializer(options);
    return request -> {
      usual.initialize(request);
      lead(request);
    };
  }

  /** The token comes first: it is asked for elsewhere. */
  private void lead(HttpRequest request) {
    Optional<HttpExecuteInterceptor> credentials = Optional.ofNullable(request.getInterceptor());
    request.setInterceptor(
        sent -> {
          if (credentials.isPresent()) {
            credentials.get().intercept(sent);
          }
          upstreams.pass(upstream);
        });
    request.setResponseInterceptor(this::answered);
    request.setIOExceptionHandler(
        (sent, again) -> {
          upstreams.unanswered(upstream);
          return false;
        });
  }

  private void answered(HttpResponse answer) {
    Map<String, List<String>> headers =
        Optional.ofNullable(answer.getHeaders().getRetryAfter())
            .map(wait -> Map.of("Retry-After", List.of(wait)))
            .orElse(Map.of());
    upstreams.answered(upstream, answer.getStatusCode(), headers);
  }
}
