package com.offgridflow.bench;

import com.offgridflow.activity.Activity;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.factor.FactorQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Estimating in memory, one thread, with every factor that comes with the hub. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
public class EstimateBenchmark {
  private static final int ACTIVITIES = 100_000;
  private static final int SITES = 10_000;
  private static final int QUERIES = 100;

  private List<Activity> activities;
  private EmissionCalculator calculator;
  private EstimateBasis basis;
  private List<Activity> sites;

  @Setup
  public void load() {
    activities = ActivityMix.of(ACTIVITIES);
    sites = ActivityMix.ofSites(SITES);
    basis = EstimateBasis.shipped();
    calculator = new EmissionCalculator(basis);
    for (Activity activity : activities) {
      if (!(calculator.estimate(activity) instanceof Outcome.Estimated)) {
        throw new IllegalStateException(calculator.estimate(activity) + " of " + activity);
      }
    }
  }

  /** Activities a second, as a hub meets them: many alike but for day and quantity. */
  @Benchmark
  @OperationsPerInvocation(ACTIVITIES)
  public void estimate(Blackhole hole) {
    for (Activity activity : activities) {
      hole.consume(calculator.estimate(activity));
    }
  }

  /** Activities a second, each of a site of its own: formulas and factors are chosen each time. */
  @Benchmark
  @OperationsPerInvocation(SITES)
  public void estimateWithoutPlans(Blackhole hole) {
    EmissionCalculator fresh = new EmissionCalculator(basis);
    for (Activity activity : sites) {
      hole.consume(fresh.estimate(activity));
    }
  }

  /** Questions a second that no factor answers, with the near misses explained. */
  @Benchmark
  @OperationsPerInvocation(QUERIES)
  public void miss(Blackhole hole) {
    LocalDate day = LocalDate.of(2025, 6, 1);
    for (int i = 0; i < QUERIES; i++) {
      hole.consume(
          basis.library().choose(FactorQuery.of("spend", "no-such-sector-" + i, day, "US")));
    }
  }
}
