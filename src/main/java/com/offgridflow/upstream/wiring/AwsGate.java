package com.offgridflow.upstream.wiring;

import com.offgridflow.upstream.Upstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Leads every try of an AWS client's requests through the gate of its upstream. */
public final class AwsGate implements ExecutionInterceptor {
  /**
   * Whether a try has been sent of which nothing has been heard. The SDK allows each name once, and
   * dev mode and tests load this class several times beside one SDK.
   */
  private static final ExecutionAttribute<Boolean> UNDER_WAY =
      new ExecutionAttribute<>("hubUnderWay-" + UUID.randomUUID());

  private final Upstreams upstreams;
  private final Upstream upstream;

  public AwsGate(Upstreams upstreams, Upstream upstream) {
    this.upstreams = upstreams;
    this.upstream = upstream;
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes about) {
    if (about.getAttribute(UNDER_WAY) != null) {
      missing(about);
      upstreams.retried(upstream);
    }
    try {
      upstreams.pass(upstream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    about.putAttribute(UNDER_WAY, true);
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes about) {
    SdkHttpResponse answer = context.httpResponse();
    about.putAttribute(UNDER_WAY, false);
    upstreams.answered(upstream, answer.statusCode(), answer.headers());
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes about) {
    missing(about);
  }

  private void missing(ExecutionAttributes about) {
    if (Boolean.TRUE.equals(about.getAttribute(UNDER_WAY))) {
      about.putAttribute(UNDER_WAY, false);
      upstreams.unanswered(upstream);
    }
  }
}
