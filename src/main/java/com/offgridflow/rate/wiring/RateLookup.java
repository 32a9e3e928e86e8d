package com.offgridflow.rate.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.rate.Exchange;
import com.offgridflow.rate.Exchange.Found;
import com.offgridflow.rate.Exchange.NotLoaded;
import com.offgridflow.rate.RateStep;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Looks exchange rates up as estimates do. */
@ApplicationScoped
public class RateLookup {
  private static final String CURRENCIES =
      """
      select currency, min(day)::text as first_day, max(day)::text as last_day, count(*) as days
      from exchange_rate group by currency order by currency""";
  private static final String IMPORTS =
      """
      select location, digest, imported_by, imported_at from rate_import where tenant_id = ?
      order by imported_at desc, location limit 100""";

  private final TenantDatabase database;
  private final RateStore store;

  RateLookup(TenantDatabase database, RateStore store) {
    this.database = database;
    this.store = store;
  }

  /**
   * A rate.
   *
   * @param rate units of {@code to} for one of {@code from}
   * @param why which published rates it is of
   */
  public record Answer(
      String from, String to, LocalDate day, LocalDate end, BigDecimal rate, String why) {}

  /**
   * @throws ProblemException when no such rate is loaded
   */
  Answer find(RateQuestion asked) {
    String from = asked.from();
    String to = asked.to();
    if (from.equals(to)) {
      return new Answer(from, to, asked.day(), asked.end(), BigDecimal.ONE, "the same currency");
    }
    Exchange found = exchange(asked);
    if (found instanceof NotLoaded none) {
      throw new ProblemException(Problem.notFound(none.message()));
    }
    RateStep step = ((Found) found).step();
    return new Answer(from, to, asked.day(), asked.end(), step.value(), step.why());
  }

  private Exchange exchange(RateQuestion asked) {
    String nobody = RateStore.EVERYBODY;
    return database
        .inTenant(nobody, jdbc -> store.load(jdbc, store.version(jdbc, nobody)))
        .exchange()
        .exchange(asked.from(), asked.to(), asked.day(), asked.end());
  }

  List<Map<String, Object>> currencies() {
    return database.inTenant(RateStore.EVERYBODY, jdbc -> jdbc.queryForList(CURRENCIES));
  }

  List<Map<String, Object>> imports() {
    return database.inTenant(
        RateStore.EVERYBODY, jdbc -> jdbc.queryForList(IMPORTS, RateStore.EVERYBODY));
  }
}
