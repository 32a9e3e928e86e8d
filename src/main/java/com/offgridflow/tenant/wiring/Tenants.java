package com.offgridflow.tenant.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The tables {@code tenant}, {@code connection} and {@code report_plan}, as they are set up. */
@ApplicationScoped
public class Tenants {
  private static final String TENANT =
      """
      insert into tenant (tenant_id, name, lei, country) values (?, ?, ?, ?)
      on conflict (tenant_id) do update set name = excluded.name, lei = excluded.lei,
        country = excluded.country""";
  private static final String CONNECTION =
      """
      insert into connection (tenant_id, connection_id, kind, settings, cron, time_zone)
      values (?, ?, ?, ?::jsonb, ?, ?)
      on conflict (tenant_id, connection_id) do update set kind = excluded.kind,
        settings = excluded.settings, cron = excluded.cron, time_zone = excluded.time_zone""";
  private static final String PLAN =
      """
      insert into report_plan (tenant_id, plan_id, framework, period_start, period_end, recipients)
      values (?, ?, ?, ?::date, ?::date, ?::text[])
      on conflict (tenant_id, plan_id) do update set framework = excluded.framework,
        period_start = excluded.period_start, period_end = excluded.period_end,
        recipients = excluded.recipients""";

  private final TenantDatabase database;
  private final ObjectMapper json;

  Tenants(TenantDatabase database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public boolean exist(String tenant) {
    String sql = "select exists (select 1 from tenant where tenant_id = ?)";
    return database.inTenant(tenant, jdbc -> jdbc.queryForObject(sql, Boolean.class, tenant));
  }

  /**
   * @param lei legal entity identifier, which reports name the tenant by
   */
  public void put(String tenant, String name, String lei, String country) {
    database.inTenant(tenant, jdbc -> jdbc.update(TENANT, tenant, name, lei, country));
  }

  /**
   * @param cron Quartz expression, or null for a connection that is synced on demand only
   */
  public void putConnection(
      String tenant,
      String id,
      String kind,
      Map<String, String> settings,
      String cron,
      String timeZone) {
    database.inTenant(
        tenant, jdbc -> jdbc.update(CONNECTION, tenant, id, kind, write(settings), cron, timeZone));
  }

  /** A plan for the half-open period of days. */
  public void putPlan(
      String tenant,
      String id,
      String framework,
      LocalDate start,
      LocalDate end,
      List<String> recipients) {
    database.inTenant(
        tenant,
        jdbc ->
            jdbc.update(
                PLAN,
                tenant,
                id,
                framework,
                start.toString(),
                end.toString(),
                recipients.toArray(String[]::new)));
  }

  private String write(Map<String, String> settings) {
    try {
      return json.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("settings cannot be written as JSON", e);
    }
  }
}
