package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Place;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.emission.formula.GridPlaces;
import com.offgridflow.emission.scope2.Carrier;
import com.offgridflow.emission.scope2.Consumption;
import com.offgridflow.emission.scope2.Days;
import com.offgridflow.emission.scope2.Site;
import com.offgridflow.factor.Places;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The purchased energy of a tenant, as far as the allocation of instruments needs to know it: small
 * enough to hold 100,000 activities of a year in some 20 MB.
 */
final class PurchasedEnergy {
  private static final Unit KWH = Unit.named("kWh");
  private static final int FETCH = 5000;
  private static final String OF_SPAN =
      """
      select a.activity_id, a.record_key, a.kind, a.quantity, a.unit, a.period_start, a.supplier,
        a.region, a.postcode, a.country, a.facility, a.account
      from activity a
      where a.tenant_id = ? and a.superseded_at is null
        and a.kind in ('electricity', 'heat', 'steam', 'cooling')
        and a.period_start >= (?::date)::timestamp at time zone 'UTC'
        and a.period_start < (?::date)::timestamp at time zone 'UTC'""";

  private final GridPlaces grids;
  private final Map<Place, String> zones = new HashMap<>();
  private final Map<Site, Site> sites = new HashMap<>();
  private final List<Consumption> found = new ArrayList<>();

  private PurchasedEnergy(EstimateBasis basis) {
    this.grids = new GridPlaces(basis.library(), basis.zones());
  }

  /** Current activities that begin in the days; what has no unit of energy is left out. */
  static List<Consumption> of(JdbcTemplate jdbc, EstimateBasis basis, String tenant, Days days) {
    PurchasedEnergy energy = new PurchasedEnergy(basis);
    jdbc.setFetchSize(FETCH);
    RowCallbackHandler each = energy::add;
    jdbc.query(OF_SPAN, each, tenant, days.from().toString(), days.to().toString());
    return energy.found;
  }

  private void add(ResultSet row) throws SQLException {
    Optional<BigDecimal> kwhPer = new Unit(row.getString("unit")).factorTo(KWH);
    if (kwhPer.isEmpty()) {
      return;
    }
    found.add(
        new Consumption(
            row.getLong("activity_id"),
            row.getString("record_key"),
            Carrier.ofCode(row.getString("kind")).orElseThrow(),
            row.getBigDecimal("quantity").multiply(kwhPer.get()),
            row.getTimestamp("period_start").toInstant().atZone(ZoneOffset.UTC).toLocalDate(),
            site(row)));
  }

  private Site site(ResultSet row) throws SQLException {
    String facility = row.getString("facility");
    String supplier = row.getString("supplier");
    String country = Places.country(row.getString("country"));
    Place grid = new Place("", row.getString("region"), row.getString("postcode"), country, "");
    String zone = zones.computeIfAbsent(grid, place -> grids.of(place).place());
    Site site = new Site(facility, row.getString("account"), supplier, country, zone);
    return sites.computeIfAbsent(site, same -> same);
  }
}
