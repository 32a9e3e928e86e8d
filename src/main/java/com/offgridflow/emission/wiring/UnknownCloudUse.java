package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.emission.profile.Part;
import com.offgridflow.emission.profile.Profiles;
import com.offgridflow.job.Job;
import com.offgridflow.restatement.wiring.LateFigures;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Estimates the use that no list of the profile knows from the known use of the same run: as much
 * energy per cost (AWS) or amount (others) as that of the same service and unit took. It can only
 * be done once all else of the run is estimated.
 */
final class UnknownCloudUse {
  private static final String KNOWN =
      """
      select lower(a.supplier), a.service, case when a.kind like 'cloud.storage.%' then 'stored'
          when a.kind = 'cloud.network' then 'moved' else 'run' end,
        coalesce(a.currency, ''), e.converted_unit, sum(e.energy_kwh), sum(coalesce(a.cost, 0)),
        sum(e.converted_quantity)
      from activity a join emission e using (activity_id)
      where a.run_id = ? and a.superseded_at is null and e.superseded_at is null
        and a.kind like 'cloud.%' and e.method = 'cloud-usage' and e.energy_kwh is not null
      group by 1, 2, 3, 4, 5""";
  private static final String UNKNOWN =
      PendingActivity.COLUMNS
          + """
          join estimate_gap g using (activity_id)
          where a.run_id = ? and a.superseded_at is null and a.kind = 'cloud.other'
            and g.code = 'NOT_ESTIMABLE' order by a.activity_id""";
  private static final String SOLVED = "delete from estimate_gap where activity_id = ?";

  /** What AWS's units of time and processor time, of storage and of data are called. */
  private static final Map<String, List<String>> UNITS =
      Map.of(
          "run",
              List.of(
                  "Hrs",
                  "Hours",
                  "hours",
                  "vCPU-Hours",
                  "DPU-Hour",
                  "ACU-Hr",
                  "seconds",
                  "Second",
                  "Lambda-GB-Second"),
          "stored", List.of("GB-Mo", "GB-Month", "GB-month", "GB-Mp", "GB-Hours"),
          "moved", List.of("GB", "GigaBytes"));

  private final EmissionStore store;
  private final LateFigures late;
  private final EmissionCalculator calculator;
  private final Part usage;

  private record Group(String provider, String service, String units, String currency) {}

  private record Known(BigDecimal kwh, BigDecimal cost, Map<String, BigDecimal> amounts) {
    Known plus(Known other) {
      Map<String, BigDecimal> sums = new TreeMap<>(amounts);
      other.amounts.forEach((unit, amount) -> sums.merge(unit, amount, BigDecimal::add));
      return new Known(kwh.add(other.kwh), cost.add(other.cost), sums);
    }
  }

  /**
   * @param calculator the tenant's, which goes by this methodology
   */
  UnknownCloudUse(
      EmissionStore store,
      LateFigures late,
      EmissionCalculator calculator,
      Methodology methodology) {
    this.store = store;
    this.late = late;
    this.calculator = calculator;
    this.usage = Profiles.named(methodology.profile()).part(Cause.USAGE);
  }

  /** Writes emissions in place of gaps, where the run has known use of the service and unit. */
  void estimate(JdbcTemplate jdbc, Job job, long run) {
    if (!usage.says("unknown", "service-average")) {
      return;
    }
    Map<Group, Known> known = known(jdbc, run);
    List<PendingActivity> solved =
        jdbc.query(UNKNOWN, (row, n) -> PendingActivity.read(row), run).stream()
            .flatMap(item -> told(item, known).stream())
            .filter(item -> calculator.estimate(item.activity()) instanceof Outcome.Estimated)
            .toList();
    solved.forEach(item -> jdbc.update(SOLVED, item.id()));
    EmissionBatch batch = EmissionBatch.of(calculator, solved);
    store.insert(jdbc, job.tenant(), late.divert(jdbc, job, solved, batch));
  }

  private static Map<Group, Known> known(JdbcTemplate jdbc, long run) {
    Map<Group, Known> known = new HashMap<>();
    jdbc.query(
        KNOWN,
        row -> {
          Group group =
              new Group(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
          Map<String, BigDecimal> amounts = Map.of(row.getString(5), row.getBigDecimal(8));
          Known part = new Known(row.getBigDecimal(6), row.getBigDecimal(7), amounts);
          known.merge(group, part, Known::plus);
        },
        run);
    return known;
  }

  private Optional<PendingActivity> told(PendingActivity item, Map<Group, Known> known) {
    return told(item.activity(), known)
        .map(told -> new PendingActivity(item.id(), item.source(), item.version(), told));
  }

  /** The activity with the known use of its service and unit, if there is any. */
  private Optional<Activity> told(Activity activity, Map<Group, Known> known) {
    String provider = activity.place().supplier().toLowerCase(Locale.ROOT);
    String currency = activity.cost().map(cost -> cost.currency()).orElse("");
    String unit = activity.quantity().unit().symbol();
    return UNITS.entrySet().stream()
        .filter(units -> units.getValue().contains(unit))
        .map(units -> known.get(new Group(provider, activity.service(), units.getKey(), currency)))
        .filter(found -> found != null)
        .findFirst()
        .flatMap(found -> told(activity, provider, found));
  }

  private Optional<Activity> told(Activity activity, String provider, Known known) {
    Map<String, String> details = new TreeMap<>(activity.details());
    details.put("known_kwh", known.kwh().toPlainString());
    if (usage.says("per-cost", provider)) {
      details.put("known_cost", known.cost().toPlainString());
      return known.cost().signum() > 0 ? Optional.of(with(activity, details)) : Optional.empty();
    }
    return amount(activity, known)
        .filter(amount -> amount.signum() > 0)
        .map(
            amount -> {
              details.put("known_amount", amount.toPlainString());
              return with(activity, details);
            });
  }

  /** In the unit of the activity. */
  private static Optional<BigDecimal> amount(Activity activity, Known known) {
    return known.amounts().entrySet().stream()
        .flatMap(
            entry ->
                Unit.named(entry.getKey())
                    .factorTo(activity.quantity().unit())
                    .map(factor -> factor.multiply(entry.getValue()))
                    .stream())
        .reduce(BigDecimal::add);
  }

  private static Activity with(Activity a, Map<String, String> details) {
    return new Activity(
        a.recordKey(),
        ActivityKind.CLOUD_OTHER,
        a.subject(),
        a.quantity(),
        a.period(),
        a.place(),
        a.account(),
        a.service(),
        a.cost(),
        a.evidence(),
        details);
  }
}
