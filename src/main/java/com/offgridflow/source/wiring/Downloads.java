package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.Outgoing;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches files over HTTP: from trusted hosts only, however often one is sent on to another. */
@ApplicationScoped
public class Downloads {
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> MAY_PASS = Set.of(408, 425, 429);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final List<String> trustedHosts;
  private final Upstreams upstreams;
  private final Outgoing outgoing;

  Downloads(SourceConfig source, Upstreams upstreams, Outgoing outgoing) {
    this.upstreams = upstreams;
    this.outgoing = outgoing;
    this.trustedHosts = source.trustedHosts().orElse(List.of());
  }

  /** What a server calls the state of a resource (RFC 9110, sections 8.8.2 and 8.8.3). */
  public record Version(Optional<String> etag, Optional<String> lastModified) {
    public static final Version NONE = new Version(Optional.empty(), Optional.empty());

    static Version of(HttpHeaders headers) {
      return new Version(headers.firstValue("ETag"), headers.firstValue("Last-Modified"));
    }
  }

  /** A file, and which version of it. */
  public record Fetched(Version version, byte[] bytes) {}

  /**
   * @param known which version was fetched last
   * @return empty when that is still so
   * @throws UnrecoverableException when the address is not to be called, or answers that it has no
   *     such thing, or sends too much
   * @throws IOException when it may work later
   */
  public Optional<Fetched> get(String url, Version known, ImportLimits limits) throws IOException {
    URI uri = trusted(url, limits);
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<byte[]> response = send(uri, known, limits);
      if (!REDIRECTS.contains(response.statusCode())) {
        return read(uri, response);
      }
      uri = next(uri, response, limits);
    }
    throw new UnrecoverableException(
        OutgoingUrl.shown(url) + " is sent on more than " + MOST_REDIRECTS + " times");
  }

  private URI next(URI uri, HttpResponse<byte[]> response, ImportLimits limits) {
    String location = response.headers().firstValue("Location").orElse("");
    try {
      return trusted(uri.resolve(location).toString(), limits);
    } catch (IllegalArgumentException e) {
      throw new UnrecoverableException(
          shown(uri) + " sends on to '" + OutgoingUrl.shown(location) + "', which is no URL");
    }
  }

  private static String shown(URI uri) {
    return OutgoingUrl.shown(uri.toString());
  }

  private URI trusted(String url, ImportLimits limits) {
    return OutgoingUrl.check(url, trustedHosts, limits.purpose());
  }

  private Optional<Fetched> read(URI uri, HttpResponse<byte[]> response) throws IOException {
    int status = response.statusCode();
    if (status == 200) {
      return Optional.of(new Fetched(Version.of(response.headers()), response.body()));
    }
    if (status == 304) {
      return Optional.empty();
    }
    String message = shown(uri) + " answers with status " + status + " instead of 200 and a file";
    if (status >= 400 && status < 500 && !MAY_PASS.contains(status)) {
      throw new UnrecoverableException(message);
    }
    throw new IOException(message);
  }

  private HttpResponse<byte[]> send(URI uri, Version known, ImportLimits limits)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).header("Accept", "text/csv, */*;q=0.1");
    known.etag().ifPresent(etag -> request.header("If-None-Match", etag));
    known.lastModified().ifPresent(time -> request.header("If-Modified-Since", time));
    Upstream upstream = new Upstream("http", uri.getAuthority());
    upstreams.pass(upstream);
    try {
      outgoing.resolve(uri.getHost(), trustedHosts::contains);
      HttpResponse<byte[]> answer = answer(uri, request.build(), limits);
      upstreams.answered(upstream, answer.statusCode(), answer.headers().map());
      return answer;
    } catch (IOException | UnrecoverableException e) {
      upstreams.unanswered(upstream);
      throw e;
    }
  }

  private HttpResponse<byte[]> answer(URI uri, HttpRequest request, ImportLimits limits)
      throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, unused -> new LimitedBody(shown(uri), limits));
    try {
      return answer.get(limits.fetchTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(uri, e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException(
          shown(uri) + " took longer than " + limits.setting("fetch-timeout") + " allows", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("fetching " + shown(uri) + " was interrupted", e);
    }
  }

  private static IOException failure(URI uri, Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof UnrecoverableException unrecoverable) {
        throw unrecoverable;
      }
    }
    return new IOException(shown(uri) + " cannot be fetched: " + cause.getMessage(), cause);
  }
}
