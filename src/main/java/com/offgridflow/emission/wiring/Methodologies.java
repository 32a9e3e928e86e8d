package com.offgridflow.emission.wiring;

import com.offgridflow.emission.profile.CloudMethod;
import com.offgridflow.emission.profile.Methodology;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code methodology} and {@code cloud_method}. */
@ApplicationScoped
public class Methodologies {
  private static final String PROFILE = "select profile from methodology where tenant_id = ?";
  private static final String ORDER =
      "select provider, method from cloud_method where tenant_id = ? order by provider, rank";
  private static final String PUT =
      """
      insert into methodology (tenant_id, profile) values (?, ?)
      on conflict (tenant_id) do update set profile = excluded.profile, changed_at = now()""";
  private static final String FORGET = "delete from cloud_method where tenant_id = ?";
  private static final String RANK =
      "insert into cloud_method (tenant_id, provider, method, rank) values (?, ?, ?, ?)";

  /** What the tenant chose, or the hub's own. */
  public Methodology of(JdbcTemplate jdbc, String tenant) {
    List<String> profile = jdbc.queryForList(PROFILE, String.class, tenant);
    if (profile.isEmpty()) {
      return Methodology.CURRENT;
    }
    Map<String, List<CloudMethod>> order = new TreeMap<>();
    jdbc.query(
        ORDER,
        row -> {
          CloudMethod method = CloudMethod.ofMethod(row.getString(2)).orElseThrow();
          order.computeIfAbsent(row.getString(1), p -> new ArrayList<>()).add(method);
        },
        tenant);
    return new Methodology(profile.get(0), order);
  }

  /** For emissions from now on: those that are there keep theirs until they are restated. */
  void put(JdbcTemplate jdbc, String tenant, Methodology chosen) {
    jdbc.update(PUT, tenant, chosen.profile());
    jdbc.update(FORGET, tenant);
    chosen
        .order()
        .forEach(
            (provider, methods) -> {
              for (CloudMethod method : methods) {
                jdbc.update(RANK, tenant, provider, method.method(), methods.indexOf(method));
              }
            });
  }
}
