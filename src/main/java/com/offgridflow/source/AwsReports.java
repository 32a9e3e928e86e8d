package com.offgridflow.source;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * AWS's legacy Cost and Usage Reports: {@code <report>/<yyyymmdd-yyyymmdd>/<report>-Manifest.json}
 * names the files that make up the period now. Reports that keep their versions have them below a
 * folder per assembly id, with a copy of its manifest; reports that are overwritten, and those for
 * Athena, below {@code <report>/<report>/year=<y>/month=<m>/}, where an older kind of report has
 * its manifest too (AWS Cost and Usage Report user guide, "Viewing Cost and Usage Report files in
 * Amazon S3").
 */
final class AwsReports implements Layout {
  private static final Pattern PERIOD = Pattern.compile("((?:.*/)?\\d{8}-\\d{8}/)(?:[^/]+/)?[^/]+");
  private static final Pattern MONTH =
      Pattern.compile("((?:.*/)?)[^/]+/year=(\\d{4})/month=(0?[1-9]|1[0-2])/[^/]+");
  private static final String MANIFEST = "-Manifest.json";
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** A period's own manifest goes before the copies in the folders of its versions. */
  private static final Comparator<RemoteObject> CURRENT =
      Comparator.comparing(AwsReports::copy).reversed().thenComparing(AGE);

  @Override
  public List<Delivery> find(Collection<RemoteObject> objects, Set<RemoteObject> taken) {
    Map<RemoteObject, String> periods = new HashMap<>();
    objects.forEach(object -> period(object).ifPresent(period -> periods.put(object, period)));
    Map<String, Delivery> found = new TreeMap<>();
    manifests(periods.keySet())
        .forEach(
            manifest -> {
              String period = periods.get(manifest);
              found.put(period, new Delivery(period, List.of(manifest), true));
            });
    periods.forEach(
        (object, period) -> {
          if (found.containsKey(period)) {
            taken.add(object);
          }
        });
    return List.copyOf(found.values());
  }

  private static Stream<RemoteObject> manifests(Collection<RemoteObject> objects) {
    return objects.stream().filter(object -> object.name().endsWith(MANIFEST)).sorted(CURRENT);
  }

  private static boolean copy(RemoteObject manifest) {
    Matcher period = PERIOD.matcher(manifest.name());
    return period.matches() && manifest.name().lastIndexOf('/') > period.group(1).length();
  }

  /** The folder of the period of a report to which an object belongs. */
  private static Optional<String> period(RemoteObject object) {
    Matcher period = PERIOD.matcher(object.name());
    if (period.matches()) {
      return Optional.of(period.group(1));
    }
    Matcher month = MONTH.matcher(object.name());
    return month.matches()
        ? Optional.of(month.group(1) + dates(month.group(2), month.group(3)) + "/")
        : Optional.empty();
  }

  private static String dates(String year, String month) {
    YearMonth start = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
    return DAY.format(start.atDay(1)) + "-" + DAY.format(start.plusMonths(1).atDay(1));
  }
}
