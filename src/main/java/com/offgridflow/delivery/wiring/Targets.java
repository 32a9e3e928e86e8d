package com.offgridflow.delivery.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.NamePattern;
import com.offgridflow.delivery.TargetKind;
import com.offgridflow.failure.UnrecoverableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code delivery_target}, without its secrets, and the recipients of plans. */
@ApplicationScoped
public class Targets {
  /** What the recipients of a plan get. */
  private static final List<String> USUAL = List.of("pdf", "ixbrl", "xbrl", "csv");

  private static final String COLUMNS =
      """
      select tenant_id, target_id, plan_id, kind, renderings, name_pattern, settings, enabled
      from delivery_target\s""";
  private static final String RECIPIENTS =
      """
      select p.recipients from report r join report_plan p using (tenant_id, plan_id)
      where r.report_id = ?::uuid and cardinality(p.recipients) > 0""";
  private static final String PUT =
      """
      insert into delivery_target (tenant_id, target_id, plan_id, kind, renderings, name_pattern,
        settings, enabled)
      values (?, ?, ?, ?, ?::text[], ?, ?::jsonb, ?)
      on conflict (tenant_id, target_id) do update set plan_id = excluded.plan_id,
        kind = excluded.kind, renderings = excluded.renderings,
        name_pattern = excluded.name_pattern, settings = excluded.settings,
        enabled = excluded.enabled""";

  private final ObjectMapper json;

  Targets(ObjectMapper json) {
    this.json = json;
  }

  /** All targets of the tenant. */
  List<DeliveryTarget> all(JdbcTemplate jdbc) {
    return jdbc.query(COLUMNS + "order by target_id", (row, n) -> target(row));
  }

  Optional<DeliveryTarget> find(JdbcTemplate jdbc, String id) {
    return jdbc.query(COLUMNS + "where target_id = ?", (row, n) -> target(row), id).stream()
        .findFirst();
  }

  /**
   * Where a report goes to: the targets in use of its plan or of all, and the plan's recipients.
   */
  List<DeliveryTarget> of(JdbcTemplate jdbc, String tenant, String report) {
    List<DeliveryTarget> targets = new ArrayList<>();
    recipients(jdbc, tenant, report).ifPresent(targets::add);
    String sql =
        """
        where enabled and (plan_id is null
          or plan_id = (select plan_id from report where report_id = ?::uuid))
        order by target_id""";
    targets.addAll(jdbc.query(COLUMNS + sql, (row, n) -> target(row), report));
    return targets;
  }

  /** The target of a delivery job. */
  DeliveryTarget required(JdbcTemplate jdbc, String tenant, String id, String report) {
    Optional<DeliveryTarget> found =
        id.equals(DeliveryTarget.RECIPIENTS)
            ? recipients(jdbc, tenant, report)
            : find(jdbc, id).filter(DeliveryTarget::enabled);
    return found.orElseThrow(
        () ->
            new UnrecoverableException(
                "tenant %s has no delivery target '%s' in use".formatted(tenant, id)));
  }

  private static Optional<DeliveryTarget> recipients(
      JdbcTemplate jdbc, String tenant, String report) {
    return jdbc
        .query(RECIPIENTS, (row, n) -> (String[]) row.getArray(1).getArray(), report)
        .stream()
        .findFirst()
        .map(
            addresses ->
                new DeliveryTarget(
                    tenant,
                    DeliveryTarget.RECIPIENTS,
                    Optional.empty(),
                    TargetKind.EMAIL,
                    USUAL,
                    NamePattern.USUAL,
                    Map.of("to", String.join(",", addresses)),
                    true));
  }

  void put(JdbcTemplate jdbc, DeliveryTarget target) {
    jdbc.update(
        PUT,
        target.tenant(),
        target.id(),
        target.plan().orElse(null),
        target.kind().id(),
        target.renderings().toArray(String[]::new),
        target.names().text(),
        write(target.settings()),
        target.enabled());
  }

  boolean delete(JdbcTemplate jdbc, String id) {
    return jdbc.update("delete from delivery_target where target_id = ?", id) == 1;
  }

  private DeliveryTarget target(ResultSet row) throws SQLException {
    return new DeliveryTarget(
        row.getString("tenant_id"),
        row.getString("target_id"),
        Optional.ofNullable(row.getString("plan_id")),
        TargetKind.named(row.getString("kind")).orElseThrow(),
        List.of((String[]) row.getArray("renderings").getArray()),
        new NamePattern(row.getString("name_pattern")),
        settings(row.getString("settings")),
        row.getBoolean("enabled"));
  }

  private Map<String, String> settings(String text) throws SQLException {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new SQLException("settings must be a flat JSON object of strings", e);
    }
  }

  private String write(Map<String, String> settings) {
    try {
      return json.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("settings cannot be written as JSON", e);
    }
  }
}
