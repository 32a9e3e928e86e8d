package com.offgridflow.source.wiring;

import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.source.Connection;
import com.offgridflow.source.ConnectionRules;
import com.offgridflow.source.ConnectionWay;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** Judges a connection before it is stored. */
@ApplicationScoped
class ConnectionChecks {
  private static final String EXAMPLE = "like '0 30 3 * * ?', every night at half past three";

  private final SourceKinds kinds;
  private final SettingChecks checks;
  private final Clock clock;

  ConnectionChecks(SourceKinds kinds, SettingChecks checks, Clock clock) {
    this.kinds = kinds;
    this.checks = checks;
    this.clock = clock;
  }

  /**
   * The connection that is asked for.
   *
   * @param hasSecret whether credentials for its way of reading are there already, to be kept
   * @throws com.offgridflow.problem.ProblemException that lists what is wrong, and never a secret
   */
  Connection check(String tenant, String id, ConnectionRequest request, boolean hasSecret) {
    List<Fault> faults = new ArrayList<>();
    checkId(id, faults);
    ZoneId zone = zone(request.timeZone(), faults);
    request.cron().ifPresent(cron -> checkCron(cron, zone, faults));
    Connection connection = new Connection(tenant, id, request.kind(), request.settings(), zone);
    checkKind(connection, request, hasSecret, faults);
    if (!faults.isEmpty()) {
      throw ConnectionRequest.invalid(faults);
    }
    return connection;
  }

  private static void checkId(String id, List<Fault> faults) {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,62}") || id.equals("accrual")) {
      String wanted = "should be up to 63 letters a-z, digits and hyphens, and not 'accrual'";
      faults.add(new Fault("id", id, wanted));
    }
  }

  /** The zone; of one that is none UTC, so that the rest can be judged. */
  private static ZoneId zone(String name, List<Fault> faults) {
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name);
    }
    faults.add(new Fault("/time_zone", name, "should be a zone's name, like Europe/Berlin"));
    return ZoneOffset.UTC;
  }

  private void checkCron(String cron, ZoneId zone, List<Fault> faults) {
    try {
      CronExpression expression = new CronExpression(cron);
      expression.setTimeZone(TimeZone.getTimeZone(zone));
      if (expression.getNextValidTimeAfter(Date.from(clock.instant())) == null) {
        faults.add(new Fault("/cron", cron, "should have a time that is still to come"));
      }
    } catch (ParseException e) {
      faults.add(
          new Fault("/cron", cron, "should be " + EXAMPLE + "; Quartz says: " + e.getMessage()));
    }
  }

  private void checkKind(
      Connection connection, ConnectionRequest request, boolean hasSecret, List<Fault> faults) {
    Set<String> known = kinds.all();
    if (!known.contains(request.kind())) {
      faults.add(new Fault("/kind", request.kind(), "should be one of " + known));
      return;
    }
    List<Fault> shape = faults(ConnectionRules.check(request.kind(), request.settings()));
    ConnectionWay way = ConnectionWay.of(request.kind(), request.settings());
    faults.addAll(shape.isEmpty() ? checks.settings(connection, way) : shape);
    if (request.secret().isPresent() || !hasSecret) {
      checkSecret(connection, way, request.secret().orElse(Map.of()), faults);
    }
  }

  private void checkSecret(
      Connection connection, ConnectionWay way, Map<String, String> secret, List<Fault> faults) {
    List<Fault> names =
        faults(
            ConnectionRules.checkSecret(connection.kind(), connection.settings(), secret.keySet()));
    faults.addAll(names);
    if (names.isEmpty()) {
      checks.secret(connection, way, secret).ifPresent(faults::add);
    }
  }

  private static List<Fault> faults(List<ConnectionRules.Fault> found) {
    return found.stream()
        .map(fault -> new Fault(fault.field(), fault.value(), fault.message()))
        .toList();
  }
}
