package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.source.FileTag;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RemoteObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Objects in a directory of this machine: read where they lie, never changed. */
@ApplicationScoped
@Named("directoryObjects")
public class DirectoryObjects {
  private final SourceConfig config;
  private final Clock clock;

  DirectoryObjects(SourceConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** All files below the connection's directory, or the one file that it names. */
  public List<RemoteObject> list(@ExchangeProperty(HubProperties.CONNECTION) Connection connection)
      throws IOException {
    Path root = root(connection);
    if (Files.isRegularFile(root)) {
      return List.of(remote(root.getParent(), root));
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().map(file -> remote(root, file)).toList();
    }
  }

  /** The object where it lies, with its digest. */
  public LocalObject open(
      @Body RemoteObject object, @ExchangeProperty(HubProperties.CONNECTION) Connection connection)
      throws IOException {
    Path root = root(connection);
    Path file = Files.isRegularFile(root) ? root : root.resolve(object.name());
    try {
      return new LocalObject(object.name(), file, Files.size(file), Digests.sha256(file));
    } catch (NoSuchFileException e) {
      throw new IOException(
          "connection %s: %s was listed, but is gone; the next attempt lists anew"
              .formatted(connection.id(), object.name()));
    }
  }

  /**
   * Where the connection reads, without symbolic links.
   *
   * @throws UnrecoverableException when there is nothing, or it may not be read
   */
  Path root(Connection connection) throws IOException {
    Path root = Path.of(connection.location().getPath());
    if (!Files.exists(root)) {
      throw new UnrecoverableException(
          "connection " + connection.id() + ": there is no file or directory " + root);
    }
    Path real = root.toRealPath();
    List<Path> allowed = config.directories().orElse(List.of());
    for (Path directory : allowed) {
      if (Files.exists(directory) && real.startsWith(directory.toRealPath())) {
        return real;
      }
    }
    throw new UnrecoverableException(
        "connection %s: %s is not below a directory that connections may read; source.directories lists %s"
            .formatted(connection.id(), real, allowed));
  }

  private RemoteObject remote(Path root, Path file) {
    try {
      String name = root.relativize(file).toString().replace('\\', '/');
      return new RemoteObject(
          name,
          Files.size(file),
          Files.getLastModifiedTime(file).toInstant(),
          FileTag.of(file, clock.instant()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
