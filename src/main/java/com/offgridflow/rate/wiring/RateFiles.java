package com.offgridflow.rate.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.source.wiring.SourceConfig;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.UpstreamHttp;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings files of rates within reach: from trusted hosts, and from directories that may be read.
 */
@ApplicationScoped
class RateFiles {
  private final UpstreamHttp http;
  private final RateConfig config;
  private final SourceConfig sources;

  RateFiles(UpstreamHttp http, RateConfig config, SourceConfig sources) {
    this.http = http;
    this.config = config;
    this.sources = sources;
  }

  /**
   * The file at a URL.
   *
   * @param etag of what was fetched last
   * @return empty when that is still so
   * @throws UnrecoverableException when the address is not to be called, or has no such file
   * @throws IOException when it may work later
   */
  Optional<RateFile> fetch(String url, Optional<String> etag) throws IOException {
    URI uri = OutgoingUrl.check(url, sources.trustedHosts().orElse(List.of()), "import of rates");
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(config.fetchTimeout());
    etag.ifPresent(known -> request.header("If-None-Match", known));
    HttpResponse<InputStream> response =
        http.once(
            new Upstream("http", uri.getAuthority()),
            request.build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == 304) {
        return Optional.empty();
      }
      requireOk(url, response.statusCode());
      byte[] bytes = RateFile.limited(body, config.maxBytes(), url);
      return Optional.of(new RateFile(url, response.headers().firstValue("ETag"), bytes));
    }
  }

  private static void requireOk(String url, int status) throws IOException {
    String message = url + " answers with status " + status + " instead of 200 and a file";
    if (status >= 300 && status < 500 && status != 408 && status != 429) {
      throw new UnrecoverableException(message);
    }
    if (status != 200) {
      throw new IOException(message);
    }
  }

  /** The file, or the files of the directory by name; each a {@code .csv} or {@code .zip}. */
  List<RateFile> read(String location) throws IOException {
    Path path = readable(location);
    if (Files.isRegularFile(path)) {
      return List.of(file(path));
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> found =
          files.filter(f -> f.toString().matches("(?i).*\\.(csv|zip)")).sorted().toList();
      return found.stream().map(this::file).toList();
    }
  }

  private RateFile file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = RateFile.limited(in, config.maxBytes(), path.toString());
      return new RateFile(path.toString(), Optional.empty(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path readable(String location) throws IOException {
    Path path = Path.of(location);
    if (!Files.exists(path)) {
      throw new UnrecoverableException("import of rates: there is no file or directory " + path);
    }
    Path real = path.toRealPath();
    List<Path> allowed = sources.directories().orElse(List.of());
    for (Path directory : allowed) {
      if (Files.exists(directory) && real.startsWith(directory.toRealPath())) {
        return real;
      }
    }
    throw new UnrecoverableException(
        "import of rates: %s is not below a directory that may be read; source.directories lists %s"
            .formatted(real, allowed));
  }
}
