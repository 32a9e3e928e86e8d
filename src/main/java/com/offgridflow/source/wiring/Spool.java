package com.offgridflow.source.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.lake.Scratch;
import com.offgridflow.source.Connection;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RemoteObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;

/** Where fetched objects lie while they are read. Nothing in it need survive. */
@ApplicationScoped
@Named("spool")
public class Spool {
  private final SourceConfig config;
  private final SyncMetrics metrics;

  Spool(SourceConfig config, SyncMetrics metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /** Streams the fetched body into the spool. */
  public LocalObject store(
      @Body InputStream content,
      @Header("hubObject") RemoteObject object,
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection)
      throws IOException {
    Path file = place(job, object.name());
    MessageDigest digest = DigestUtils.getSha256Digest();
    long bytes;
    try (InputStream in = new DigestInputStream(content, digest)) {
      bytes = Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw brokeOff(object, Files.exists(file) ? Files.size(file) : 0, e);
    }
    if (bytes != object.bytes()) {
      throw brokeOff(object, bytes, null);
    }
    metrics.fetched(connection.transport(), bytes);
    return new LocalObject(object.name(), file, bytes, Hex.encodeHexString(digest.digest()));
  }

  private static IOException brokeOff(RemoteObject object, long bytes, IOException cause) {
    return new IOException(
        "%s broke off after %d of %d bytes; it will be fetched again"
            .formatted(object.name(), bytes, object.bytes()),
        cause);
  }

  /** A place of its own for an object, in a directory that exists. */
  Path place(Job job, String name) throws IOException {
    Path folder = directory(job).resolve(DigestUtils.sha256Hex(name));
    return Files.createDirectories(folder).resolve(Path.of("/", name).getFileName());
  }

  /** A directory of this job alone, for what is unpacked on the way. */
  public Path directory(Job job) throws IOException {
    return Files.createDirectories(
        config.spool().toAbsolutePath().resolve(job.tenant()).resolve("job-" + job.id()));
  }

  /** The same for files that are made from delivered ones. */
  Scratch scratch(Job job) throws IOException {
    return new Scratch(directory(job));
  }

  /** Removes what the job has spooled. */
  public void clear(@ExchangeProperty(HubProperties.JOB) Job job) throws IOException {
    FileUtils.deleteDirectory(directory(job).toFile());
  }
}
