package com.offgridflow.job.wiring;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/** Lets Quartz keep its triggers in the hub's own database. */
public class QuartzConnections implements ConnectionProvider {
  @Override
  public Connection getConnection() throws SQLException {
    return Arc.container().instance(AgroalDataSource.class).get().getConnection();
  }

  @Override
  public void initialize() {
    // the pool is the hub's, already there
  }

  @Override
  public void shutdown() {
    // the pool outlives Quartz
  }
}
