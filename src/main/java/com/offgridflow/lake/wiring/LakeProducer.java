package com.offgridflow.lake.wiring;

import com.offgridflow.lake.CloudInstance;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Makes the lake available to routes as {@code #lake}. The second qualifier keeps it from being
 * taken for the hub's own database.
 */
@ApplicationScoped
public class LakeProducer {

  private static final Logger LOG = Logger.getLogger(LakeProducer.class);
  private static final Pattern SIZE = Pattern.compile("\\d+(\\.\\d+)? ?[KMGT]i?B");
  private static final String INSTANCES = "/factors/cloud-instances.csv";

  /** The engine starts with the first file; what it would then not understand is said at once. */
  void start(@Observes StartupEvent event, LakeSettings settings, Clock clock) {
    requireSize(settings.memoryLimit());
    DriverCopies.removeLeftOver(Path.of(System.getProperty("java.io.tmpdir")), clock.instant());
  }

  static void requireSize(String limit) {
    if (!SIZE.matcher(limit).matches()) {
      throw new IllegalArgumentException(
          "lake.memory-limit is '%s'; it should be a size such as 700MB or 1.5GiB"
              .formatted(limit));
    }
  }

  @Produces
  @ApplicationScoped
  @Named("lake")
  @Identifier("lake")
  DataSource lake(LakeSettings settings) throws SQLException, IOException {
    return new LakeDataSource(settings, instances());
  }

  void close(@Disposes @Identifier("lake") DataSource lake) throws SQLException {
    lake.unwrap(LakeDataSource.class).close();
  }

  /** The sizes of instance types that the hub ships. */
  public static List<CloudInstance> instances() throws IOException {
    try (InputStream csv = LakeProducer.class.getResourceAsStream(INSTANCES)) {
      if (csv == null) {
        LOG.warnf(
            "%s is missing: hours of instances without a vCPU column stay cloud.other", INSTANCES);
        return List.of();
      }
      return CloudInstance.read(csv);
    }
  }
}
