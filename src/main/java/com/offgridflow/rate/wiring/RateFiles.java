package com.offgridflow.rate.wiring;

import com.offgridflow.job.Job;
import com.offgridflow.source.Connection;
import com.offgridflow.source.RemoteObject;
import com.offgridflow.source.wiring.DirectoryObjects;
import com.offgridflow.source.wiring.Downloads;
import com.offgridflow.source.wiring.ImportLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings files of rates within reach: from trusted hosts, and from directories that may be read.
 */
@ApplicationScoped
class RateFiles {
  private final Downloads downloads;
  private final DirectoryObjects directories;
  private final ImportLimits limits;

  RateFiles(Downloads downloads, DirectoryObjects directories, RateConfig config) {
    this.downloads = downloads;
    this.directories = directories;
    this.limits = config.limits();
  }

  /**
   * The file at a URL.
   *
   * @param known which version was fetched last
   * @return empty when that is still so
   * @throws IOException when it may work later
   */
  Optional<RateFile> fetch(String url, Downloads.Version known) throws IOException {
    return downloads
        .get(url, known, limits)
        .map(fetched -> new RateFile(url, fetched.version(), fetched.bytes()));
  }

  /** The file, or the files of the directory by name; each a {@code .csv} or {@code .zip}. */
  List<RateFile> read(Job job, String location) throws IOException {
    Connection place =
        new Connection(
            job.tenant(), "job-" + job.id(), "rates", Map.of("location", location), ZoneOffset.UTC);
    List<RateFile> files = new ArrayList<>();
    for (RemoteObject found : directories.list(place)) {
      if (found.name().matches("(?i).*\\.(csv|zip)")) {
        Path file = directories.open(found, place).file();
        files.add(new RateFile(file.toString(), Downloads.Version.NONE, limits.read(file)));
      }
    }
    return files;
  }
}
