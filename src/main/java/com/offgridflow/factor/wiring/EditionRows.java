package com.offgridflow.factor.wiring;

import static java.util.stream.Collectors.groupingBy;

import com.offgridflow.factor.Factor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which factors an edition consists of. A row that the hub has met before, under the same name and
 * with the same content, is the factor that it was; any other becomes a factor of its own.
 */
final class EditionRows {
  private static final String OF_EDITIONS =
      "select "
          + FactorRows.COLUMNS
          + """

          from factor_edition_row r join factor f using (tenant_id, factor_id)
          where r.edition_id = any (?)\
          """;
  private static final String OF_NAMES =
      "select "
          + FactorRows.COLUMNS
          + """
          ,
            not exists (
              select 1 from factor_edition_row r join factor_edition e using (edition_id)
              where r.tenant_id = f.tenant_id and r.factor_id = f.factor_id
                and e.table_name <> ?) as reusable
          from factor f
          where f.tenant_id = ? and split_part(f.factor_id, '@', 1) = any (?)\
          """;
  private static final String INSERT =
      """
      insert into factor_edition_row (edition_id, tenant_id, factor_id)
      select ?, ?, unnest(?)\
      """;

  private EditionRows() {}

  /** The factors of some editions, in no particular order. */
  static List<Factor> of(JdbcTemplate jdbc, Collection<Long> editions) {
    Object[] ids = editions.toArray();
    return jdbc.query(
        OF_EDITIONS,
        s -> s.setArray(1, s.getConnection().createArrayOf("bigint", ids)),
        (row, n) -> FactorRows.read(row));
  }

  /** A factor that is known by the name, and whether it is not another table's. */
  private record Namesake(Factor factor, boolean reusable) {}

  /**
   * Writes down what an edition consists of.
   *
   * @return the factors under the ids that the hub knows them by
   */
  static List<Factor> insert(
      EditionTable editions, FactorEdition edition, Collection<Factor> sent) {
    JdbcTemplate jdbc = editions.jdbc();
    Map<String, List<Namesake>> known = known(editions, edition.table(), sent);
    List<Factor> added = new ArrayList<>();
    List<Factor> all = new ArrayList<>(sent.size());
    for (Factor factor : sent) {
      List<Namesake> namesakes = known.getOrDefault(factor.id(), List.of());
      Optional<Factor> same = same(factor, namesakes);
      Factor stored = same.orElseGet(() -> factor.withId(newId(edition, factor, namesakes)));
      if (same.isEmpty()) {
        added.add(stored);
      }
      all.add(stored);
    }
    FactorRows.insert(jdbc, edition.tenant(), added);
    String[] ids = all.stream().map(Factor::id).toArray(String[]::new);
    jdbc.update(INSERT, edition.id(), edition.tenant(), ids);
    return all;
  }

  private static Map<String, List<Namesake>> known(
      EditionTable editions, String table, Collection<Factor> sent) {
    Object[] names = sent.stream().map(Factor::id).toArray();
    return editions
        .jdbc()
        .query(
            OF_NAMES,
            s -> {
              s.setString(1, table);
              s.setString(2, editions.tenant());
              s.setArray(3, s.getConnection().createArrayOf("text", names));
            },
            (row, n) -> new Namesake(FactorRows.read(row), row.getBoolean("reusable")))
        .stream()
        .collect(groupingBy(namesake -> name(namesake.factor().id())));
  }

  private static Optional<Factor> same(Factor factor, List<Namesake> namesakes) {
    return namesakes.stream()
        .filter(Namesake::reusable)
        .map(Namesake::factor)
        .filter(known -> known.withId(factor.id()).equals(factor))
        .findFirst();
  }

  /**
   * Derivations cite ids, so an id never means two things: a tenant's may not be one that comes
   * with the hub, now or later, nor may a corrected row keep that of the one it corrects.
   */
  private static String newId(FactorEdition edition, Factor factor, List<Namesake> namesakes) {
    boolean asShipped = edition.tenant().equals(FactorEditions.SHIPPED) && namesakes.isEmpty();
    return asShipped ? factor.id() : factor.id() + "@" + edition.id();
  }

  private static String name(String id) {
    int at = id.indexOf('@');
    return at < 0 ? id : id.substring(0, at);
  }
}
