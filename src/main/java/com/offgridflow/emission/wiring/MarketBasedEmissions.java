package com.offgridflow.emission.wiring;

import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.scope2.Allocation;
import com.offgridflow.emission.scope2.Allocator;
import com.offgridflow.emission.scope2.Cover;
import com.offgridflow.emission.scope2.Days;
import com.offgridflow.emission.scope2.Instrument;
import com.offgridflow.emission.scope2.MarketBased;
import com.offgridflow.emission.scope2.Spans;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Computes the market-based emissions of whole years, since instruments are shared between all
 * purchased energy of a year. One transaction holds a year, so that no report sees half of it, and
 * one tenant's are computed one after the other. Doing it again changes nothing.
 */
@ApplicationScoped
@Named("marketBasedEmissions")
public class MarketBasedEmissions {
  private static final int CHUNK = 5000;
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('market-based/' || ?, 0))";

  private final TenantDatabase database;
  private final InstrumentStore instruments;
  private final MarketBasedStore store;
  private final Calculators calculators;
  private final Clock clock;

  MarketBasedEmissions(
      TenantDatabase database,
      InstrumentStore instruments,
      MarketBasedStore store,
      Calculators calculators,
      Clock clock) {
    this.database = database;
    this.instruments = instruments;
    this.store = store;
    this.calculators = calculators;
    this.clock = clock;
  }

  /** Computes the years that the runs at hand, or instruments since the last time, have changed. */
  public void bringUpToDate(
      @ExchangeProperty(HubProperties.TENANT) String tenant,
      @ExchangeProperty(EstimateEmissions.RUNS) List<EstimateEmissions.Chunk> runs) {
    List<Long> ids = runs.stream().map(EstimateEmissions.Chunk::run).toList();
    compute(tenant, jdbc -> changed(jdbc, tenant, ids));
  }

  /** Computes the years in which activities have got factors that they had not. */
  public void ofFilledGaps(@ExchangeProperty(HubProperties.TENANT) String tenant) {
    compute(tenant, jdbc -> store.yearsWithoutFigure(jdbc, tenant));
  }

  /** Computes the year that the job names: for factors that have changed. */
  public void ofYear(@ExchangeProperty(HubProperties.JOB) Job job) {
    int year = Integer.parseInt(job.required("year"));
    compute(job.tenant(), jdbc -> Set.of(year));
  }

  private Set<Integer> changed(JdbcTemplate jdbc, String tenant, List<Long> runs) {
    Set<Integer> years = new TreeSet<>(store.years(jdbc, tenant, runs));
    for (Days use : instruments.waiting(jdbc, tenant)) {
      for (int year = use.from().getYear(); year <= use.to().minusDays(1).getYear(); year++) {
        years.add(year);
      }
    }
    return years;
  }

  private void compute(String tenant, Function<JdbcTemplate, Set<Integer>> which) {
    database.inTenant(
        tenant,
        jdbc -> {
          jdbc.query(LOCK, row -> {}, tenant);
          Set<Integer> years = which.apply(jdbc);
          store.supersedeOutdated(jdbc, tenant);
          List<Instrument> all = instruments.current(jdbc, tenant);
          List<Days> uses = all.stream().map(Instrument::use).toList();
          Spans.of(years, uses).forEach(span -> compute(jdbc, tenant, span, all));
          instruments.allocated(jdbc, tenant);
          return years.size();
        });
  }

  private void compute(JdbcTemplate jdbc, String tenant, Days span, List<Instrument> all) {
    EmissionCalculator calculator = calculators.of(jdbc, tenant);
    List<Instrument> used = all.stream().filter(i -> i.use().overlaps(span)).toList();
    Allocation allocation =
        Allocator.allocate(
            used, PurchasedEnergy.of(jdbc, calculator.basis(), tenant, span), LocalDate.now(clock));
    instruments.remember(jdbc, tenant, allocation.uses());
    List<Cover> covers = allocation.covers();
    for (int from = 0; from < covers.size(); from += CHUNK) {
      List<Cover> chunk = covers.subList(from, Math.min(from + CHUNK, covers.size()));
      write(jdbc, tenant, new MarketBased(calculator), chunk);
    }
  }

  private void write(JdbcTemplate jdbc, String tenant, MarketBased market, List<Cover> covers) {
    Map<Long, Cover> byActivity =
        covers.stream().collect(Collectors.toMap(c -> c.consumption().activity(), c -> c));
    Long[] ids = byActivity.keySet().toArray(Long[]::new);
    EmissionBatch batch = new EmissionBatch();
    for (PendingActivity item : PendingActivity.of(jdbc, ids)) {
      Cover cover = byActivity.get(item.id());
      batch.add(item.id(), item.activity(), market.estimate(item.activity(), cover));
    }
    store.replace(jdbc, tenant, ids, batch);
  }
}
