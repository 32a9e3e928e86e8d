package com.offgridflow.factor.wiring;

import com.offgridflow.factor.Spelling;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Searches the factors that are in force for a tenant, or were at an instant. */
@ApplicationScoped
public class FactorSearch {
  private static final String FROM =
      """

      from factor_edition e join factor_edition_row r using (edition_id)
        join factor f on f.tenant_id = r.tenant_id and f.factor_id = r.factor_id
      where e.edition_id = any (?::bigint[])""";
  private static final String PAGE =
      "select "
          + FactorRows.COLUMNS
          + """
          ,
            f.tenant_id, f.learnt_at, e.edition_id, e.table_name as edition_table, e.decided_at,
            e.replaced_at"""
          + FROM
          + """

            and (?::text is null or f.kind = ?) and (?::text is null or f.subject = ?)
            and (?::text is null or f.place = ?)
            and (?::date is null or ((f.valid_from is null or f.valid_from <= ?::date)
              and (f.valid_to is null or f.valid_to > ?::date)))
            and concat_ws(' ', f.factor_id, f.kind, f.subject, f.place, f.publisher, f.edition,
              f.table_name, f.row_name, f.note) ilike all (?::text[])
            and f.factor_id collate "C" > ?
          order by f.factor_id collate "C" limit ?""";
  private static final String KINDS = "select distinct f.kind" + FROM;
  private static final String SUBJECTS = "select distinct f.subject" + FROM + " and f.kind = ?";
  private static final String PLACES =
      "select distinct f.place" + FROM + " and (?::text is null or f.kind = ?)";

  private final TenantDatabase database;
  private final FactorKnowledge knowledge;

  FactorSearch(TenantDatabase database, FactorKnowledge knowledge) {
    this.database = database;
    this.knowledge = knowledge;
  }

  /**
   * A page of factors by id, with the cursor of the next.
   *
   * @throws ProblemException when no factor has that kind, subject or place, naming the nearest, or
   *     when nothing was known at the instant
   */
  Map<String, Object> find(String tenant, FactorQueryParameters query) {
    if (!tenant.equals(FactorKnowledge.NOBODY)) {
      KnownTenants.require(database, tenant);
    }
    return database.inSnapshot(tenant, jdbc -> find(jdbc, tenant, query));
  }

  private Map<String, Object> find(JdbcTemplate jdbc, String tenant, FactorQueryParameters query) {
    Long[] editions = editions(jdbc, tenant, query);
    List<Map<String, Object>> found = page(jdbc, editions, query);
    if (found.isEmpty() && query.after().isEmpty()) {
      requireKnownWords(jdbc, editions, query);
    }
    List<Map<String, Object>> items = found.stream().limit(query.limit()).toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("items", items);
    boolean more = found.size() > query.limit();
    String last = more ? (String) items.get(items.size() - 1).get("id") : "";
    answer.put("next_cursor", more ? FactorQueryParameters.cursor(last) : null);
    return answer;
  }

  private Long[] editions(JdbcTemplate jdbc, String tenant, FactorQueryParameters query) {
    Knowledge known =
        query
            .knownAt()
            .map(instant -> knowledge.at(jdbc, tenant, instant))
            .orElseGet(() -> knowledge.now(jdbc, tenant));
    if (known.isEmpty()) {
      String first = "select min(decided_at)::text from factor_edition where state = 'approved'";
      String wanted = "should be later: the first edition was approved at ";
      throw problem(
          new Fault(
              "as-known-at",
              query.knownAt().map(Object::toString).orElse(""),
              wanted + jdbc.queryForObject(first, String.class)));
    }
    return known.editions().toArray(Long[]::new);
  }

  private static List<Map<String, Object>> page(
      JdbcTemplate jdbc, Long[] editions, FactorQueryParameters query) {
    String kind = query.kind().orElse(null);
    String subject = query.subject().orElse(null);
    String place = query.place().orElse(null);
    Date day = query.day().map(Date::valueOf).orElse(null);
    String[] words = query.words().stream().map(FactorSearch::pattern).toArray(String[]::new);
    return jdbc.query(
        PAGE,
        (row, n) -> FactorJson.of(FactorRows.read(row), row),
        editions,
        kind,
        kind,
        subject,
        subject,
        place,
        place,
        day,
        day,
        day,
        words,
        query.after(),
        query.limit() + 1);
  }

  private static String pattern(String word) {
    return "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  /** Nothing found: was it for a word that no factor has? */
  private static void requireKnownWords(
      JdbcTemplate jdbc, Long[] editions, FactorQueryParameters query) {
    List<Fault> faults = new ArrayList<>();
    List<String> kinds = jdbc.queryForList(KINDS, String.class, (Object) editions);
    Optional<String> kind = query.kind().filter(kinds::contains);
    query.kind().ifPresent(word -> require(faults, "kind", word, kinds));
    if (kind.isPresent() && query.subject().isPresent()) {
      List<String> subjects = jdbc.queryForList(SUBJECTS, String.class, editions, kind.get());
      require(faults, "subject", query.subject().get(), subjects);
    }
    if (query.place().isPresent()) {
      String of = kind.orElse(null);
      List<String> places = jdbc.queryForList(PLACES, String.class, editions, of, of);
      require(faults, "place", query.place().get(), places);
    }
    if (!faults.isEmpty()) {
      throw problem(faults.toArray(Fault[]::new));
    }
  }

  private static void require(List<Fault> faults, String field, String value, List<String> known) {
    if (!known.contains(value)) {
      List<String> near = Spelling.nearest(value, known);
      faults.add(
          new Fault(
              field,
              value,
              near.isEmpty()
                  ? "should be left out: factors of this kind have no " + field
                  : "is of no factor; the nearest are " + String.join(", ", near)));
    }
  }

  private static ProblemException problem(Fault... faults) {
    return new ProblemException(Problem.invalid("no factor can be found so", List.of(faults)));
  }
}
