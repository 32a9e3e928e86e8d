package com.offgridflow.emission.wiring;

import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.scope2.Days;
import com.offgridflow.emission.scope2.Instrument;
import com.offgridflow.emission.scope2.Spans;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.restatement.wiring.FiledPeriods;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Computes the market-based emissions of whole years, since instruments are shared between all
 * purchased energy of a year. One transaction holds them, so that no report sees half of it, and
 * one tenant's are computed one after the other. Doing it again changes nothing, and filed periods
 * stay as they are.
 */
@ApplicationScoped
@Named("marketBasedEmissions")
public class MarketBasedEmissions {
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('market-based/' || ?, 0))";

  private final TenantDatabase database;
  private final InstrumentStore instruments;
  private final MarketBasedYears years;
  private final MarketBasedStore store;
  private final Calculators calculators;
  private final Clock clock;

  MarketBasedEmissions(
      TenantDatabase database,
      InstrumentStore instruments,
      MarketBasedYears years,
      MarketBasedStore store,
      Calculators calculators,
      Clock clock) {
    this.database = database;
    this.instruments = instruments;
    this.years = years;
    this.store = store;
    this.calculators = calculators;
    this.clock = clock;
  }

  /** Computes the years that the runs at hand, or instruments since the last time, have changed. */
  public void bringUpToDate(
      @ExchangeProperty(HubProperties.TENANT) String tenant,
      @ExchangeProperty(EstimateEmissions.RUNS) List<EstimateEmissions.Chunk> runs) {
    List<Long> ids = runs.stream().map(EstimateEmissions.Chunk::run).toList();
    compute(tenant, jdbc -> years.changedBy(jdbc, tenant, ids));
  }

  /** Computes the years in which activities have got factors that they had not. */
  public void ofFilledGaps(@ExchangeProperty(HubProperties.TENANT) String tenant) {
    compute(tenant, jdbc -> years.withoutFigure(jdbc, tenant));
  }

  /** Computes the year that the job names, or all of them: for factors that have changed. */
  public void ofYear(@ExchangeProperty(HubProperties.JOB) Job job) {
    String year = job.payload().get("year");
    compute(
        job.tenant(),
        jdbc -> year == null ? years.all(jdbc, job.tenant()) : Set.of(Integer.valueOf(year)));
  }

  private void compute(String tenant, Function<JdbcTemplate, Set<Integer>> which) {
    database.inTenant(
        tenant,
        jdbc -> {
          jdbc.query(LOCK, row -> {}, tenant);
          FiledPeriods filed = FiledPeriods.locked(jdbc, tenant);
          List<Instrument> all = instruments.current(jdbc, tenant);
          List<Days> uses = all.stream().map(Instrument::use).toList();
          List<Days> spans = Spans.of(which.apply(jdbc), uses);
          EmissionCalculator calculator = calculators.of(jdbc, tenant);
          spans.forEach(span -> part(jdbc, tenant, span, filed).compute(all, calculator, today()));
          instruments.allocated(jdbc, tenant);
          return spans.size();
        });
  }

  private MarketBasedSpan part(JdbcTemplate jdbc, String tenant, Days span, FiledPeriods filed) {
    return new MarketBasedSpan(jdbc, tenant, span, filed, instruments, years, store);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
