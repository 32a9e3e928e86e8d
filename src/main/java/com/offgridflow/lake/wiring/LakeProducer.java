package com.offgridflow.lake.wiring;

import com.offgridflow.lake.CloudInstance;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Makes the lake available to routes as {@code #lake}. The second qualifier keeps it from being
 * taken for the hub's own database.
 */
@ApplicationScoped
public class LakeProducer {

  private static final Logger LOG = Logger.getLogger(LakeProducer.class);
  private static final String INSTANCES = "/factors/cloud-instances.csv";

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
