package com.offgridflow.restatement.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.report.csv.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Restatements as the interface shows them. */
@ApplicationScoped
public class RestatementRows {
  /** Columns of a line. */
  private static final List<String> COLUMNS =
      List.of(
          "line",
          "source",
          "record_key",
          "evidence_object",
          "locator",
          "scope",
          "category",
          "component",
          "method",
          "day",
          "old_emission_id",
          "old_kg_co2e",
          "old_factors",
          "new_emission_id",
          "new_kg_co2e",
          "new_factors",
          "difference_kg_co2e",
          "causes",
          "detail");

  private static final String HEAD =
      """
      select restatement_id as id, period_start, period_end, basis::text as basis, reason,
        requested_by, requested_at, state, calculated_at, decided_by, decided_at, decision_reason,
        (select count(*) from restatement_line l where l.restatement_id = r.restatement_id) as lines
      from restatement r""";
  private static final String ONE = HEAD + " where restatement_id = ?";
  private static final String ALL = HEAD + " order by restatement_id desc";
  private static final String LINES =
      """
      select l.line_id as line, a.source, a.record_key, a.evidence_object, a.locator,
        coalesce(n.scope, o.scope)::int as scope, coalesce(n.category, o.category)::int as category,
        l.component, l.method, l.day::text as day, o.emission_id as old_emission_id,
        o.kg_co2e as old_kg_co2e, array_to_string(oc.factor_ids, ' ') as old_factors,
        n.emission_id as new_emission_id, n.kg_co2e as new_kg_co2e,
        array_to_string(nc.factor_ids, ' ') as new_factors,
        coalesce(n.kg_co2e, 0) - coalesce(o.kg_co2e, 0) as difference_kg_co2e,
        array_to_string(l.causes, ' ') as causes, l.detail
      from restatement_line l
      join activity a using (activity_id)
      left join emission o on o.emission_id = l.old_emission_id
      left join calculation oc on oc.calculation_id = o.calculation_id
      left join emission n on n.emission_id = l.new_emission_id
      left join calculation nc on nc.calculation_id = n.calculation_id
      where l.restatement_id = ? and l.line_id > ? order by l.line_id limit ?""";
  private static final String DATA_POINTS =
      """
      select framework, period_start::text, period_end::text, data_point, label, unit,
        value_before as before, value_after as after,
        coalesce(value_after, 0) - coalesce(value_before, 0) as difference
      from restatement_value where restatement_id = ?
      order by framework, period_start, period_end, position""";

  private final ObjectMapper json;

  RestatementRows(ObjectMapper json) {
    this.json = json;
  }

  List<Map<String, Object>> all(JdbcTemplate jdbc) {
    return jdbc.queryForList(ALL).stream().map(this::withBasis).toList();
  }

  Optional<Map<String, Object>> one(JdbcTemplate jdbc, long id) {
    return jdbc.queryForList(ONE, id).stream().map(this::withBasis).findFirst();
  }

  List<Map<String, Object>> lines(JdbcTemplate jdbc, long id, long after, int limit) {
    return jdbc.queryForList(LINES, id, after, limit);
  }

  List<Map<String, Object>> dataPoints(JdbcTemplate jdbc, long id) {
    return jdbc.queryForList(DATA_POINTS, id);
  }

  /** Lines as a table. */
  static byte[] csv(List<Map<String, Object>> lines) {
    CsvTable table = new CsvTable(COLUMNS.toArray(String[]::new));
    for (Map<String, Object> line : lines) {
      table.row(
          COLUMNS.stream().map(name -> line.get(name) == null ? "" : line.get(name)).toArray());
    }
    return table.bytes();
  }

  private Map<String, Object> withBasis(Map<String, Object> row) {
    Map<String, Object> copy = new LinkedHashMap<>(row);
    try {
      copy.put("basis", json.readTree((String) row.get("basis")));
      return copy;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("basis of restatement " + row.get("id"), e);
    }
  }
}
