package com.offgridflow.emission.wiring;

import static java.util.stream.Collectors.groupingBy;

import com.offgridflow.calendar.Calendarisation;
import com.offgridflow.calendar.MonthlyActivity;
import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.scope2.Allocation;
import com.offgridflow.emission.scope2.Allocator;
import com.offgridflow.emission.scope2.Cover;
import com.offgridflow.emission.scope2.Days;
import com.offgridflow.emission.scope2.Instrument;
import com.offgridflow.emission.scope2.InstrumentUse;
import com.offgridflow.emission.scope2.MarketBased;
import com.offgridflow.restatement.wiring.FiledPeriods;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The years that are computed together, within one transaction. */
final class MarketBasedSpan {
  private static final int CHUNK = 5000;

  private final JdbcTemplate jdbc;
  private final String tenant;
  private final Days span;
  private final FiledPeriods filed;
  private final InstrumentStore instruments;
  private final MarketBasedYears years;
  private final MarketBasedStore store;

  MarketBasedSpan(
      JdbcTemplate jdbc,
      String tenant,
      Days span,
      FiledPeriods filed,
      InstrumentStore instruments,
      MarketBasedYears years,
      MarketBasedStore store) {
    this.jdbc = jdbc;
    this.tenant = tenant;
    this.span = span;
    this.filed = filed;
    this.instruments = instruments;
    this.years = years;
    this.store = store;
  }

  /** Shares the instruments out and writes what follows, some thousand activities at a time. */
  void compute(List<Instrument> all, EmissionCalculator calculator, LocalDate today) {
    Map<String, Instrument> used =
        all.stream()
            .filter(instrument -> instrument.use().overlaps(span))
            .collect(Collectors.toMap(Instrument::id, Function.identity()));
    Map<String, BigDecimal> spent = years.spent(jdbc, tenant, span, filed::hold);
    List<Instrument> left =
        used.values().stream()
            .flatMap(i -> i.less(spent.getOrDefault(i.id(), BigDecimal.ZERO)).stream())
            .toList();
    Allocation allocation =
        Allocator.allocate(
            left, PurchasedEnergy.of(jdbc, calculator.basis(), tenant, span, this::moves), today);
    instruments.remember(jdbc, tenant, uses(used, spent, allocation));
    write(allocation.covers(), new MarketBased(calculator));
  }

  /** Whether figures of the day are computed here: filed ones do not move. */
  private boolean moves(LocalDate day) {
    return span.contains(day) && !filed.hold(day);
  }

  private static List<InstrumentUse> uses(
      Map<String, Instrument> used, Map<String, BigDecimal> spent, Allocation allocation) {
    Map<String, InstrumentUse> uses = new TreeMap<>();
    used.forEach(
        (id, instrument) ->
            uses.put(
                id,
                new InstrumentUse(instrument, spent.getOrDefault(id, BigDecimal.ZERO), List.of())));
    allocation
        .uses()
        .forEach(use -> uses.compute(use.instrument().id(), (id, spentUse) -> spentUse.plus(use)));
    return List.copyOf(uses.values());
  }

  private void write(List<Cover> covers, MarketBased market) {
    Map<Long, List<Cover>> byActivity =
        covers.stream()
            .collect(
                groupingBy(c -> c.consumption().activity(), TreeMap::new, Collectors.toList()));
    List<Long> ids = List.copyOf(byActivity.keySet());
    for (int from = 0; from < ids.size(); from += CHUNK) {
      List<Long> chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
      write(chunk.toArray(Long[]::new), byActivity, market);
    }
  }

  private void write(Long[] ids, Map<Long, List<Cover>> covers, MarketBased market) {
    EmissionBatch batch = new EmissionBatch();
    RowBatch lookedAt = new RowBatch("bigint, date");
    List<MarketBasedStore.Withheld> withheld = new ArrayList<>();
    for (PendingActivity item : PendingActivity.of(jdbc, ids)) {
      Map<LocalDate, Cover> byDay =
          covers.get(item.id()).stream()
              .collect(Collectors.toMap(c -> c.consumption().day(), Function.identity()));
      for (MonthlyActivity part : Calendarisation.of(item.activity())) {
        if (byDay.containsKey(part.day())) {
          lookedAt.add(item.id(), part.day());
          Outcome outcome = market.estimate(part.activity(), byDay.get(part.day()));
          add(batch, withheld, item.id(), part, outcome);
        }
      }
    }
    store.replace(jdbc, tenant, ids, this::moves, batch);
    store.withhold(jdbc, tenant, ids, lookedAt, withheld);
  }

  private static void add(
      EmissionBatch batch,
      List<MarketBasedStore.Withheld> withheld,
      long id,
      MonthlyActivity part,
      Outcome outcome) {
    if (outcome instanceof Outcome.Withheld why) {
      withheld.add(new MarketBasedStore.Withheld(id, part.day(), why.message()));
    } else {
      batch.add(id, part, outcome);
    }
  }
}
