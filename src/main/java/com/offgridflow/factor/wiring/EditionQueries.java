package com.offgridflow.factor.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.problem.wiring.PageLimit;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads editions for people. */
@ApplicationScoped
class EditionQueries {
  private static final String LIST =
      """
      select * from factor_edition
      where tenant_id = ? and (?::text is null or table_name = ?) and (?::text is null or state = ?)
        and edition_id < ?
      order by edition_id desc limit ?""";
  private static final String PROBLEMS =
      """
      select row_number as row, field, value, message from factor_problem
      where edition_id = ? order by position""";
  private static final String CHANGES =
      """
      select position, change, kind, subject, place, per_unit, before_id as before, after_id as after,
        differences::text
      from factor_change
      where edition_id = ? and (?::text is null or change = ?) and position > ?
      order by position limit ?""";

  private final TenantDatabase database;
  private final ObjectMapper json;

  EditionQueries(TenantDatabase database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  List<FactorEdition> list(String tenant, String table, String state, long before, int limit) {
    int rows = PageLimit.require(limit, "factor editions cannot be listed so");
    return database.inTenant(
        tenant,
        jdbc ->
            jdbc.query(
                LIST, FactorEdition::read, tenant, table, table, state, state, before, rows));
  }

  Map<String, Object> get(String tenant, long id) {
    return database.inTenant(
        tenant,
        jdbc -> {
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("edition", find(new EditionTable(jdbc, tenant), id));
          answer.put("problems", jdbc.queryForList(PROBLEMS, id));
          return answer;
        });
  }

  List<Map<String, Object>> changes(String tenant, long id, String change, int after, int limit) {
    int most = PageLimit.require(limit, "changes cannot be listed so");
    List<Map<String, Object>> rows =
        database.inTenant(
            tenant,
            jdbc -> {
              find(new EditionTable(jdbc, tenant), id);
              return jdbc.queryForList(CHANGES, id, change, change, after, most);
            });
    rows.forEach(row -> row.compute("differences", (name, text) -> read((String) text)));
    return rows;
  }

  private static FactorEdition find(EditionTable editions, long id) {
    return editions.find(id).orElseThrow(() -> EditionDecisions.none(editions.tenant(), id));
  }

  private Object read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("factor_change.differences is no JSON: " + text, e);
    }
  }
}
