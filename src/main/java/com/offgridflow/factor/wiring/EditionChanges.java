package com.offgridflow.factor.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.edition.Difference;
import com.offgridflow.factor.edition.EditionComparison;
import com.offgridflow.factor.edition.FactorChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code factor_change}: what an edition changes, line by line. */
@ApplicationScoped
class EditionChanges {
  private static final String INSERT =
      """
      insert into factor_change (tenant_id, edition_id, position, change, before_id, after_id, kind,
        subject, place, per_unit, differences)
      select ?, ?, * from {rows} as r\
      """;
  private static final String COUNT =
      """
      update factor_edition set compared_with = ?, added = ?, removed = ?, changed = ?, unchanged = ?
      where edition_id = ?\
      """;

  private final ObjectMapper json;

  EditionChanges(ObjectMapper json) {
    this.json = json;
  }

  /** Compares an edition with what is in force of its table, instead of any comparison before. */
  void write(
      EditionTable editions, long edition, Optional<FactorEdition> current, List<Factor> after) {
    List<Factor> before =
        current.map(c -> EditionRows.of(editions.jdbc(), List.of(c.id()))).orElse(List.of());
    EditionComparison comparison = EditionComparison.of(before, after);
    editions.jdbc().update("delete from factor_change where edition_id = ?", edition);
    RowBatch batch = new RowBatch("int, text, text, text, text, text, text, text, jsonb");
    comparison.changes().forEach(change -> batch.add(row(batch.size(), change)));
    batch.update(editions.jdbc(), INSERT, editions.tenant(), edition);
    editions
        .jdbc()
        .update(
            COUNT,
            current.map(FactorEdition::id).orElse(null),
            comparison.count(FactorChange.Added.class),
            comparison.count(FactorChange.Removed.class),
            comparison.count(FactorChange.Changed.class),
            comparison.unchanged(),
            edition);
  }

  private Object[] row(int position, FactorChange change) {
    if (change instanceof FactorChange.Added added) {
      return row(position, "added", null, added.after(), added.after(), List.of());
    }
    if (change instanceof FactorChange.Removed removed) {
      return row(position, "removed", removed.before(), null, removed.before(), List.of());
    }
    FactorChange.Changed changed = (FactorChange.Changed) change;
    return row(
        position,
        "changed",
        changed.before(),
        changed.after(),
        changed.after(),
        changed.differences());
  }

  private Object[] row(
      int position,
      String change,
      Factor before,
      Factor after,
      Factor about,
      List<Difference> differences) {
    return new Object[] {
      position,
      change,
      before == null ? null : before.id(),
      after == null ? null : after.id(),
      about.kind(),
      about.subject(),
      about.place(),
      about.perUnit().symbol(),
      write(differences)
    };
  }

  private String write(List<Difference> differences) {
    try {
      return json.writeValueAsString(differences.stream().map(EditionChanges::cells).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers always have a JSON form", e);
    }
  }

  private static Map<String, Object> cells(Difference difference) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("field", difference.field());
    cells.put("before", difference.before().orElse(null));
    cells.put("after", difference.after().orElse(null));
    cells.put("ratio", difference.ratio().map(BigDecimal::stripTrailingZeros).orElse(null));
    return cells;
  }
}
