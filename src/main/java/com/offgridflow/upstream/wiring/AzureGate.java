package com.offgridflow.upstream.wiring;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.offgridflow.upstream.Upstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Leads every try of an Azure client's requests through the gate of its upstream. */
public final class AzureGate implements HttpPipelinePolicy {
  private static final String TRIED = "hubTried";

  private final Upstreams upstreams;
  private final Upstream upstream;

  public AzureGate(Upstreams upstreams, Upstream upstream) {
    this.upstreams = upstreams;
    this.upstream = upstream;
  }

  @Override
  public HttpPipelinePosition getPipelinePosition() {
    return HttpPipelinePosition.PER_RETRY;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return Mono.defer(
        () -> {
          count(context);
          Duration wait = upstreams.enter(upstream);
          Mono<HttpResponse> sent = Mono.defer(next::process);
          Mono<HttpResponse> later = wait.isZero() ? sent : Mono.delay(wait).then(sent);
          return later
              .doOnNext(this::answered)
              .doOnError(failure -> upstreams.unanswered(upstream));
        });
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    count(context);
    try {
      upstreams.pass(upstream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      HttpResponse answer = next.processSync();
      answered(answer);
      return answer;
    } catch (RuntimeException e) {
      upstreams.unanswered(upstream);
      throw e;
    }
  }

  private void count(HttpPipelineCallContext context) {
    if (context.getData(TRIED).isPresent()) {
      upstreams.retried(upstream);
    }
    context.setData(TRIED, true);
  }

  private void answered(HttpResponse answer) {
    upstreams.answered(upstream, answer.getStatusCode(), map(answer.getHeaders()));
  }

  private static Map<String, List<String>> map(HttpHeaders headers) {
    return headers.stream()
        .collect(Collectors.toMap(header -> header.getName(), header -> header.getValuesList()));
  }
}
