package com.offgridflow.calendar.wiring;

import com.offgridflow.calendar.MeterStanding;
import com.offgridflow.calendar.MeterStanding.Awaited;
import com.offgridflow.calendar.MeterStanding.Billed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which meters a bill is awaited of. All of a tenant's are looked at once a month, when the month
 * before is over everywhere; in between only those whose bills come.
 */
@ApplicationScoped
class AwaitedBills {
  private static final ZoneOffset LAST_ON_EARTH = ZoneOffset.ofHours(-12);
  private static final String LOOKED =
      "select count(*) from accrual_month where tenant_id = ? and looked_until >= ?";
  private static final String REMEMBER =
      """
      insert into accrual_month (tenant_id, looked_until) values (?, ?)
      on conflict (tenant_id) do update
        set looked_until = greatest(accrual_month.looked_until, excluded.looked_until)""";
  private static final String CLOSED = "select meter from closed_meter where tenant_id = ?";

  private final AccrualConfig config;
  private final Clock clock;

  AwaitedBills(AccrualConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** First day after the last month that is over everywhere. */
  LocalDate month() {
    return LocalDate.now(clock.withZone(LAST_ON_EARTH)).withDayOfMonth(1);
  }

  /** Whether all meters have been looked at since that month ended. */
  boolean looked(JdbcTemplate jdbc, String tenant, LocalDate month) {
    return jdbc.queryForObject(LOOKED, Long.class, tenant, month) > 0;
  }

  void remember(JdbcTemplate jdbc, String tenant, LocalDate month) {
    jdbc.update(REMEMBER, tenant, month);
  }

  /** Names of the meters that somebody has marked closed. */
  Set<String> closed(JdbcTemplate jdbc, String tenant) {
    return Set.copyOf(jdbc.queryForList(CLOSED, String.class, tenant));
  }

  /**
   * @param until first day after a meter's last bill
   */
  MeterStanding standing(LocalDate until, ZoneId zone, boolean closed) {
    return MeterStanding.of(until, closed, LocalDate.now(clock.withZone(zone)), config.months());
  }

  /**
   * The meters whose accruals after their last bill may have to change: a bill is awaited, or is no
   * longer.
   *
   * @param accrued names of the meters that have accruals
   */
  List<LastBill> due(JdbcTemplate jdbc, String tenant, Set<String> accrued) {
    return metered(jdbc, tenant).stream()
        .filter(
            meter ->
                meter.standing() instanceof Awaited
                    || !(meter.standing() instanceof Billed) && accrued.contains(meter.name()))
        .map(Metered::last)
        .toList();
  }

  /** The meters whose bills do not reach to the end of the last complete month, and why. */
  List<Map<String, Object>> open(JdbcTemplate jdbc, String tenant) {
    return metered(jdbc, tenant).stream()
        .filter(meter -> !(meter.standing() instanceof Billed))
        .map(this::told)
        .toList();
  }

  /** A meter by its last bill, and whether another is awaited. */
  private record Metered(LastBill last, MeterStanding standing) {
    String name() {
      return last.meter().toString();
    }
  }

  private List<Metered> metered(JdbcTemplate jdbc, String tenant) {
    Set<String> closed = closed(jdbc, tenant);
    return LastBill.of(jdbc, tenant).stream()
        .map(
            last -> {
              boolean gone = closed.contains(last.meter().toString());
              return new Metered(last, standing(last.until(), last.zone(), gone));
            })
        .toList();
  }

  private Map<String, Object> told(Metered meter) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("meter", meter.name());
    told.put("billed_until", meter.last().until().toString());
    told.put("accrued", meter.standing() instanceof Awaited);
    told.put("why", why(meter.standing()));
    return told;
  }

  private String why(MeterStanding standing) {
    if (standing instanceof Awaited awaited) {
      return "the bill for days before " + awaited.until() + " has not come";
    }
    return standing instanceof MeterStanding.Closed
        ? "it is marked closed"
        : "no bill for more than %d months (accrual.months): load one, or mark it closed"
            .formatted(config.months());
  }
}
