package com.offgridflow.intake.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as the API tells them. */
@ApplicationScoped
public class RunQueries {
  private static final String RUN =
      """
      select jsonb_build_object('run', r.run_id, 'connection', r.source, 'delivery', r.delivery,
        'job', r.job_id, 'format', r.format, 'state', r.state, 'cause', r.cause,
        'started', r.started_at, 'finished', r.finished_at, 'decided_by', r.decided_by,
        'decided', r.decided_at,
        'lines', jsonb_build_object('read', r.lines_read, 'usage', r.lines_usage,
          'not_usage', r.lines_not_usage, 'rejected', r.lines_rejected),
        'records', jsonb_build_object('read', r.records_read, 'accepted', r.accepted,
          'duplicate', r.duplicate, 'superseding', r.superseding, 'rejected', r.rejected,
          'withdrawn', r.withdrawn),
        'shrinkage', coalesce((select jsonb_agg(jsonb_build_object('measure', s.measure,
            'unit', s.unit, 'before', s.before, 'after', s.after) order by s.measure, s.unit)
          from run_shrinkage s where s.run_id = r.run_id), '[]'),
        'coverage', coalesce((select jsonb_agg(jsonb_build_object('currency', c.currency,
            'cost', c.cost, 'cost_by_use', c.cost_by_use, 'cost_by_spend', c.cost_by_spend,
            'cost_share', trim_scale(round((c.cost_by_use + c.cost_by_spend) / nullif(c.cost, 0), 4)),
            'lines', c.lines, 'lines_by_use', c.lines_by_use, 'lines_by_spend', c.lines_by_spend,
            'lines_share', trim_scale(round((c.lines_by_use + c.lines_by_spend)::numeric
              / nullif(c.lines, 0), 4))) order by c.currency)
          from run_coverage c where c.run_id = r.run_id), '[]'),
        'uncovered', coalesce((select jsonb_agg(jsonb_build_object('service', u.service,
            'usage', u.usage_kind, 'unit', u.unit, 'currency', u.currency, 'cost', u.cost,
            'lines', u.lines) order by u.place)
          from run_uncovered u where u.run_id = r.run_id), '[]'))
      from run r where r.tenant_id = ?""";
  private static final String LIST =
      RUN
          + """
           and (?::text is null or r.source = ?) and (?::text is null or r.state = ?)
          and r.run_id < ? order by r.run_id desc limit ?""";
  private static final String ONE = RUN + " and r.run_id = ?";

  private final TenantDatabase database;
  private final ObjectReader reader;

  RunQueries(TenantDatabase database, ObjectMapper json) {
    this.database = database;
    this.reader =
        json.readerFor(new TypeReference<Map<String, Object>>() {})
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /**
   * The newest first.
   *
   * @param connection only its runs; null for all
   * @param state only runs in it; null for all
   */
  List<Map<String, Object>> list(
      String tenant, String connection, String state, long before, int limit) {
    return read(tenant, LIST, tenant, connection, connection, state, state, before, limit);
  }

  Optional<Map<String, Object>> get(String tenant, long run) {
    return read(tenant, ONE, tenant, run).stream().findFirst();
  }

  private List<Map<String, Object>> read(String tenant, String sql, Object... arguments) {
    return database
        .inTenant(tenant, jdbc -> jdbc.queryForList(sql, String.class, arguments))
        .stream()
        .map(this::parse)
        .toList();
  }

  private Map<String, Object> parse(String text) {
    try {
      return reader.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL wrote JSON that cannot be read", e);
    }
  }
}
