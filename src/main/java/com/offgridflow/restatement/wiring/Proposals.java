package com.offgridflow.restatement.wiring;

import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.emission.wiring.EmissionBatch;
import com.offgridflow.emission.wiring.EmissionStore;
import com.offgridflow.restatement.Cause;
import com.offgridflow.restatement.Comparison;
import com.offgridflow.restatement.Figure;
import com.offgridflow.restatement.FigureKey;
import com.offgridflow.restatement.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what differs, with the emissions that would be in force. Doing it again adds nothing. */
@ApplicationScoped
public class Proposals {
  private static final String LINES =
      """
      insert into restatement_line (tenant_id, restatement_id, activity_id, component, method, day,
        old_emission_id, new_emission_id, causes, detail)
      select ?, ?, l.activity, l.component, l.method, l.day, l.old, n.emission_id,
        string_to_array(l.causes, ','), l.detail
      from (select ?::bigint as restatement) r
      cross join {rows} as l (activity, component, method, day, old, causes, detail, stays)
      left join emission n on l.stays and n.restatement_id = r.restatement
        and n.activity_id = l.activity and n.component = l.component and n.method = l.method
        and coalesce(n.period_start, l.day) = l.day
      on conflict do nothing""";

  private final EmissionStore store;

  Proposals(EmissionStore store) {
    this.store = store;
  }

  /**
   * Compares and writes.
   *
   * @param records source and record key by activity id
   * @param before what is in force
   * @param after what was computed for these activities
   */
  void write(
      JdbcTemplate jdbc,
      String tenant,
      long restatement,
      Map<Long, String> records,
      Collection<Figure> before,
      EmissionBatch after) {
    Map<FigureKey, EmissionBatch.Item> items = new HashMap<>();
    List<Figure> computed =
        after.items().stream()
            .map(
                item -> {
                  Figure figure = Figures.computed(item, records);
                  items.put(figure.key(), item);
                  return figure;
                })
            .toList();
    List<Line> lines = Comparison.of(before, computed);
    Set<EmissionBatch.Item> changed = new HashSet<>();
    lines.forEach(line -> line.after().ifPresent(figure -> changed.add(items.get(figure.key()))));
    store.propose(jdbc, tenant, after.only(changed::contains), restatement);
    insert(jdbc, tenant, restatement, activities(records), lines);
  }

  private static Map<String, Long> activities(Map<Long, String> records) {
    return records.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  private static void insert(
      JdbcTemplate jdbc,
      String tenant,
      long restatement,
      Map<String, Long> activities,
      List<Line> lines) {
    RowBatch batch = new RowBatch("bigint, text, text, date, bigint, text, text, boolean");
    for (Line line : lines) {
      FigureKey key = line.key();
      batch.add(
          activities.get(key.record()),
          key.component(),
          key.method(),
          key.day(),
          line.before().map(Figure::emissionId).orElse(null),
          line.causes().stream().map(Cause::code).collect(Collectors.joining(",")),
          line.detail(),
          line.after().isPresent());
    }
    batch.update(jdbc, LINES, tenant, restatement, restatement);
  }
}
