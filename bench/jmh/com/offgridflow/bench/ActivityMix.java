package com.offgridflow.bench;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Activities of a company that runs most of its systems in the cloud: out of ten, eight are lines
 * of cloud bills, one is electricity of a site, one is fuel. Always the same ones.
 */
final class ActivityMix {
  private static final List<String> REGIONS =
      List.of("us-east-1", "us-west-2", "eu-central-1", "eu-west-1", "ap-southeast-2", "sa-east-1");
  private static final List<String> TYPES =
      List.of("m5.large", "c5.xlarge", "r5.2xlarge", "t3.medium", "m6i.4xlarge", "c6g.large");
  private static final List<String> ZIPS = List.of("02139", "10001", "60601", "77001", "94105");
  private static final List<String> COUNTRIES = List.of("DE", "FR", "GB", "SE", "JP");
  private static final List<String> SECTORS = List.of("541511", "511210", "334111", "484110");
  private static final Place US = new Place("", "", "", "US", "");
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  private final Random random = new Random(42);

  private final boolean sites;

  private ActivityMix(boolean sites) {
    this.sites = sites;
  }

  static List<Activity> of(int count) {
    return of(count, new ActivityMix(false));
  }

  /** Each at a facility of its own. */
  static List<Activity> ofSites(int count) {
    return of(count, new ActivityMix(true));
  }

  private static List<Activity> of(int count, ActivityMix mix) {
    List<Activity> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(mix.next(i));
    }
    return all;
  }

  private Activity next(int i) {
    return switch (i % 10) {
      case 0, 1, 2 -> cloud(i, "cloud.compute", any(TYPES), "vCPU-h");
      case 3 -> cloud(i, "cloud.memory", "", "GB-h");
      case 4 -> cloud(i, "cloud.storage.ssd", "ec2_ebs_volume", "TB-h");
      case 5 -> cloud(i, "cloud.storage.hdd", "s3", "TB-h");
      case 6 -> electricity(i);
      case 7 -> fuel(i);
      case 8 -> moved(i);
      default -> activity(i, "purchased-goods", any(SECTORS), "USD", US);
    };
  }

  private Activity cloud(int i, String kind, String subject, String unit) {
    return activity(i, kind, subject, unit, new Place("aws", any(REGIONS), "", "", ""));
  }

  private Activity electricity(int i) {
    Place place =
        random.nextBoolean()
            ? new Place("", "", any(ZIPS), "US", "")
            : new Place("", "", "", any(COUNTRIES), "");
    return activity(i, "electricity", "", random.nextBoolean() ? "kWh" : "MWh", place);
  }

  private Activity fuel(int i) {
    return random.nextBoolean()
        ? activity(i, "stationary-combustion", "natural-gas", "therm", US)
        : activity(i, "stationary-combustion", "distillate-fuel-oil-no-2", "gal", US);
  }

  private Activity moved(int i) {
    Place place = new Place("", "", "", "GB", "");
    return random.nextBoolean()
        ? activity(i, "freight-upstream", "van/class-i/diesel", "t-km", place)
        : activity(i, "business-travel", "air/short-haul", "passenger-km", place);
  }

  private Activity activity(int i, String kind, String subject, String unit, Place place) {
    BigDecimal amount = BigDecimal.valueOf(random.nextInt(1_000_000) + 1, 4);
    Instant start = START.plus(Duration.ofDays(random.nextInt(365)));
    return new Activity(
        "key-" + i,
        ActivityKind.ofCode(kind).orElseThrow(),
        subject,
        new Quantity(amount, Unit.of(unit).orElseThrow()),
        new Period(start, start.plus(Duration.ofDays(1))),
        sites ? at(place, "site-" + i) : place,
        "account-" + random.nextInt(20),
        "service",
        Optional.empty(),
        new Evidence("bill.csv", "00", "line " + i, 1),
        Map.of());
  }

  private static Place at(Place place, String site) {
    return new Place(place.supplier(), place.region(), place.postcode(), place.country(), site);
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
