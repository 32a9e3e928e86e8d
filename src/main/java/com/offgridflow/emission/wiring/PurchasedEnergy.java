package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import com.offgridflow.calendar.Calendarisation;
import com.offgridflow.calendar.MonthlyActivity;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.emission.formula.GridPlaces;
import com.offgridflow.emission.scope2.Carrier;
import com.offgridflow.emission.scope2.Consumption;
import com.offgridflow.emission.scope2.Days;
import com.offgridflow.emission.scope2.Site;
import com.offgridflow.factor.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The purchased energy of a tenant by month, as far as the allocation of instruments needs to know
 * it: small enough to hold 100,000 bills of a year in some 20 MB.
 */
final class PurchasedEnergy {
  private static final Unit KWH = Unit.named("kWh");

  private final GridPlaces grids;
  private final Predicate<LocalDate> wanted;
  private final Map<Place, String> zones = new HashMap<>();
  private final Map<Site, Site> sites = new HashMap<>();
  private final List<Consumption> found = new ArrayList<>();

  private PurchasedEnergy(EstimateBasis basis, Predicate<LocalDate> wanted) {
    this.grids = new GridPlaces(basis.library(), basis.zones());
    this.wanted = wanted;
  }

  /**
   * What current activities used on the days, as far as they are wanted; what has no unit of energy
   * is left out.
   */
  static List<Consumption> of(
      JdbcTemplate jdbc,
      EstimateBasis basis,
      String tenant,
      Days days,
      Predicate<LocalDate> wanted) {
    PurchasedEnergy energy = new PurchasedEnergy(basis, wanted);
    PendingActivity.purchasedEnergy(jdbc, tenant, days, energy::add);
    return energy.found;
  }

  private void add(PendingActivity item) {
    for (MonthlyActivity part : Calendarisation.of(item.activity())) {
      Optional<Quantity> kwh = part.activity().quantity().to(KWH);
      if (kwh.isPresent() && wanted.test(part.day())) {
        found.add(consumption(item, part, kwh.get()));
      }
    }
  }

  private Consumption consumption(PendingActivity item, MonthlyActivity part, Quantity kwh) {
    Activity activity = item.activity();
    return new Consumption(
        item.id(),
        activity.recordKey(),
        Carrier.ofCode(activity.kind().code()).orElseThrow(),
        kwh.amount(),
        part.day(),
        site(activity));
  }

  private Site site(Activity activity) {
    Place place = activity.place();
    String country = Places.country(place.country());
    Place grid = new Place("", place.region(), place.postcode(), country, "");
    String zone = zones.computeIfAbsent(grid, unknown -> grids.of(unknown).place());
    Site site = new Site(place.facility(), activity.account(), place.supplier(), country, zone);
    return sites.computeIfAbsent(site, same -> same);
  }
}
