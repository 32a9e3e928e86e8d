package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer, given up as soon as it is longer than allowed. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final CompletableFuture<byte[]> result = new CompletableFuture<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final String url;
  private final ImportLimits limits;
  private Flow.Subscription subscription;

  LimitedBody(String url, ImportLimits limits) {
    this.url = url;
    this.limits = limits;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      if (received.size() + part.length > limits.maxBytes()) {
        subscription.cancel();
        result.completeExceptionally(
            new UnrecoverableException(
                "%s sends more than the %d bytes that %s allows"
                    .formatted(url, limits.maxBytes(), limits.setting("max-bytes"))));
        return;
      }
      received.writeBytes(part);
    }
  }

  @Override
  public void onError(Throwable failure) {
    result.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    result.complete(received.toByteArray());
  }
}
