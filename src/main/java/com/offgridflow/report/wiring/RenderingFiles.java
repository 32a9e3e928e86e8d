package com.offgridflow.report.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.report.Report;
import com.offgridflow.report.wiring.Renderings.Rendering;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.ExchangeProperty;

/**
 * Renderings as files, where they stand until they have been handed over. The same job writes the
 * same files, so that one which is done again after its worker died leaves nothing behind.
 */
@ApplicationScoped
@Named("renderingFiles")
public class RenderingFiles {
  private static final int BUFFER = 1 << 16;
  private static final String ONCE = "once-";
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final Renderings renderings;
  private final HubConfig config;
  private final Path directory;
  private final Clock clock;

  RenderingFiles(Renderings renderings, HubConfig config, Clock clock) {
    this.renderings = renderings;
    this.clock = clock;
    this.config = config;
    this.directory = directory(config);
  }

  private static Path directory(HubConfig config) {
    return config.data().toAbsolutePath().resolve("rendering");
  }

  /** A file for whoever removes it; what is forgotten there goes after a day. */
  static Path temporary(HubConfig config, String suffix) throws IOException {
    return Files.createTempFile(Files.createDirectories(directory(config)), ONCE, suffix);
  }

  /** The rendering of that name as a file of the job's, until the job {@link #clear}s. */
  public File write(Report report, Job job, String name) throws IOException {
    Files.createDirectories(directory);
    Rendering rendering = renderings.named(name);
    return write(rendering, report, directory.resolve(prefix(job) + rendering.suffix())).toFile();
  }

  /** Removes what the job has written here. */
  public void clear(@ExchangeProperty(HubProperties.JOB) Job job) throws IOException {
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(directory, prefix(job) + "[-.]*")) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** The rendering to be read once: its file is gone when the stream is closed. */
  public InputStream once(Rendering rendering, Report report) throws IOException {
    Path file = temporary(config, rendering.suffix());
    removeForgotten();
    write(rendering, report, file);
    return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** What a hub that was killed had for a reader. */
  private void removeForgotten() throws IOException {
    Instant before = clock.instant().minus(FORGOTTEN);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ONCE + "*")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Path write(Rendering rendering, Report report, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      rendering.writing().to(report, out);
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static String prefix(Job job) {
    return "job-" + job.id();
  }
}
