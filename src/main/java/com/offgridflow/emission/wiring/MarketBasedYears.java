package com.offgridflow.emission.wiring;

import com.offgridflow.emission.scope2.Days;
import com.offgridflow.emission.scope2.EnergyComponents;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Which years' market-based emissions are out of date, and what filed ones have used up. */
@ApplicationScoped
public class MarketBasedYears {
  /** A day more on each side allows for any time zone. */
  private static final String YEARS =
      """
      select distinct y from activity a, lateral generate_series(
        extract(year from a.period_start - interval '1 day')::int,
        extract(year from a.period_end + interval '1 day')::int) y
      where a.tenant_id = ? and a.kind in ('electricity', 'heat', 'steam', 'cooling') and\s""";

  private static final String OF_RUNS =
      YEARS
          + "(a.superseded_at is null and a.run_id = any (?) or a.superseded_by = any (?)) order by y";
  private static final String ALL = YEARS + "a.superseded_at is null order by y";
  private static final String WITHOUT_FIGURE =
      YEARS
          + """
          a.superseded_at is null
            and exists (select 1 from emission e where e.activity_id = a.activity_id
              and e.superseded_at is null)
            and not exists (select 1 from emission e where e.activity_id = a.activity_id
              and e.superseded_at is null and e.method = 'market-based')
            and not exists (select 1 from market_withheld w where w.activity_id = a.activity_id)
          order by y""";
  private static final String IN_FORCE =
      """
      select coalesce(e.period_start, (a.period_start at time zone 'UTC')::date), e.component,
        e.converted_quantity
      from emission e join activity a using (activity_id)
      where e.tenant_id = ? and e.superseded_at is null and e.method = 'market-based'
        and e.component like 'instrument:%'
        and a.period_end > ?::date - 2 and a.period_start < ?::date + 2""";

  private final InstrumentStore instruments;

  MarketBasedYears(InstrumentStore instruments) {
    this.instruments = instruments;
  }

  /**
   * Years whose purchased energy these runs brought, replaced or withdrew, or instruments touch.
   */
  Set<Integer> changedBy(JdbcTemplate jdbc, String tenant, List<Long> runs) {
    Object ids = runs.toArray(Long[]::new);
    Set<Integer> years = new TreeSet<>(jdbc.queryForList(OF_RUNS, Integer.class, tenant, ids, ids));
    for (Days use : instruments.waiting(jdbc, tenant)) {
      for (int year = use.from().getYear(); year <= use.to().minusDays(1).getYear(); year++) {
        years.add(year);
      }
    }
    return years;
  }

  /** Years with purchased energy. */
  Set<Integer> all(JdbcTemplate jdbc, String tenant) {
    return new TreeSet<>(jdbc.queryForList(ALL, Integer.class, tenant));
  }

  /** Years with purchased energy that has another figure, but none by this method. */
  Set<Integer> withoutFigure(JdbcTemplate jdbc, String tenant) {
    return new TreeSet<>(jdbc.queryForList(WITHOUT_FIGURE, Integer.class, tenant));
  }

  /** What filed figures have used of each instrument, in kWh by its id: they do not move. */
  Map<String, BigDecimal> spent(
      JdbcTemplate jdbc, String tenant, Days span, Predicate<LocalDate> filed) {
    Map<String, BigDecimal> spent = new HashMap<>();
    RowCallbackHandler each =
        row -> {
          LocalDate day = row.getObject(1, LocalDate.class);
          if (span.contains(day) && filed.test(day)) {
            String id = row.getString(2).substring(EnergyComponents.INSTRUMENT.length());
            spent.merge(id, row.getBigDecimal(3), BigDecimal::add);
          }
        };
    jdbc.query(IN_FORCE, each, tenant, span.from().toString(), span.to().toString());
    return spent;
  }
}
