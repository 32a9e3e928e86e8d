package com.offgridflow.factor.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells a tenant from a misspelt one, which would else look like one that has nothing. */
final class KnownTenants {
  private KnownTenants() {}

  /** Within a transaction of the tenant's. */
  static void require(JdbcTemplate jdbc, String tenant) {
    String query = "select count(*) from tenant where tenant_id = ?";
    if (jdbc.queryForObject(query, Long.class, tenant) == 0) {
      throw new NoTenantException(tenant);
    }
  }

  /** For a request. */
  static void require(TenantDatabase database, String tenant) {
    try {
      database.inTenant(
          tenant,
          jdbc -> {
            require(jdbc, tenant);
            return tenant;
          });
    } catch (NoTenantException e) {
      throw new ProblemException(Problem.notFound(e.getMessage()));
    }
  }
}
