package com.offgridflow.source.wiring;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.offgridflow.source.Connection;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Authenticates requests by a token: asks for it with each try, because it may have expired since
 * the last one, and for a new one when it is refused, because it may have been revoked.
 */
final class BearerPolicy implements HttpPipelinePolicy {
  static final String SCOPE = "https://storage.azure.com/.default";
  private static final int UNAUTHORIZED = 401;

  private final AzureTokens tokens;
  private final Connection connection;
  private final Map<String, String> secret;

  BearerPolicy(AzureTokens tokens, Connection connection, Map<String, String> secret) {
    this.tokens = tokens;
    this.connection = connection;
    this.secret = secret;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    HttpPipelineNextPolicy again = next.clone();
    authorize(context);
    return next.process()
        .flatMap(
            response -> {
              if (response.getStatusCode() != UNAUTHORIZED) {
                return Mono.just(response);
              }
              renew(context, response);
              return again.process();
            });
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    HttpPipelineNextSyncPolicy again = next.clone();
    authorize(context);
    HttpResponse response = next.processSync();
    if (response.getStatusCode() != UNAUTHORIZED) {
      return response;
    }
    renew(context, response);
    return again.processSync();
  }

  @Override
  public HttpPipelinePosition getPipelinePosition() {
    return HttpPipelinePosition.PER_RETRY;
  }

  private void renew(HttpPipelineCallContext context, HttpResponse refused) {
    refused.close();
    tokens.forget(connection, secret, SCOPE);
    authorize(context);
  }

  private void authorize(HttpPipelineCallContext context) {
    String token = tokens.of(connection, secret, SCOPE);
    context.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token);
  }
}
