package com.offgridflow.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees which of the objects at a location belong together.
 *
 * <p>Layouts: AWS legacy Cost and Usage Reports keep a manifest per billing period at {@code
 * <report>/<yyyymmdd-yyyymmdd>/<report>-Manifest.json} that names the current objects (AWS Data
 * Exports user guide, "Legacy Cost and Usage Reports"); AWS Data Exports keep a month at {@code
 * <export>/data/BILLING_PERIOD=yyyy-mm/} with its bookkeeping under {@code <export>/metadata/}
 * (same guide, "Understanding export delivery"). Azure Cost Management keeps, below {@code
 * <export>/<yyyymmdd-yyyymmdd>/}, a folder per run with {@code manifest.json} and the files it
 * names, in the "create new" mode below a folder of the run's time; before exports had manifests,
 * one file per run lay there. Each run has the whole month to date, so that only the newest counts
 * (Microsoft Learn, "Create and manage Cost Management exports"). Any other file is a delivery of
 * its own.
 */
public final class DeliveryFinder {
  private static final Pattern LEGACY_PERIOD = Pattern.compile("(.*/)?\\d{8}-\\d{8}/");
  private static final Pattern LEGACY_MANIFEST =
      Pattern.compile("((?:.*/)?\\d{8}-\\d{8}/)[^/]+-Manifest\\.json");
  private static final String RUN = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern AZURE_MANIFEST =
      Pattern.compile("((?:.*/)?\\d{8}-\\d{8}/)(?:\\d{12}/)?" + RUN + "/manifest\\.json");
  private static final Pattern AZURE_FILE =
      Pattern.compile("((?:.*/)?\\d{8}-\\d{8}/)[^/]*_" + RUN + "\\.csv(?:\\.gz)?");
  private static final Pattern RUN_TIME = Pattern.compile("/(\\d{12})/");
  private static final Comparator<RemoteObject> AGE =
      Comparator.comparing(DeliveryFinder::runTime)
          .thenComparing(RemoteObject::modified)
          .thenComparing(RemoteObject::name);
  private static final Pattern EXPORT_MONTH =
      Pattern.compile("((?:.*/)?data/BILLING_PERIOD=\\d{4}-\\d{2}/)(?:.*/)?[^/]+");
  private static final Pattern BOOKKEEPING =
      Pattern.compile("(?:.*/)?metadata/(?:.*/)?[^/]+|(?:.*/)?[._][^/]*|.*/");

  private DeliveryFinder() {}

  /** The deliveries at a location, by name. */
  public static List<Delivery> find(Collection<RemoteObject> objects) {
    Map<String, Delivery> found = new TreeMap<>();
    newest(found, objects, AZURE_FILE, false);
    newest(found, objects, AZURE_MANIFEST, true);
    newest(found, objects, LEGACY_MANIFEST, true);
    for (RemoteObject object : objects) {
      if (!BOOKKEEPING.matcher(object.name()).matches() && !inLegacyPeriod(object, found)) {
        Matcher month = EXPORT_MONTH.matcher(object.name());
        add(found, month.matches() ? month.group(1) : object.name(), object);
      }
    }
    return List.copyOf(found.values());
  }

  /** Of the objects of a period, the newest makes up its delivery. */
  private static void newest(
      Map<String, Delivery> found,
      Collection<RemoteObject> objects,
      Pattern pattern,
      boolean manifest) {
    for (RemoteObject object : objects.stream().sorted(AGE).toList()) {
      Matcher period = pattern.matcher(object.name());
      if (period.matches()) {
        found.put(period.group(1), new Delivery(period.group(1), List.of(object), manifest));
      }
    }
  }

  private static String runTime(RemoteObject object) {
    Matcher time = RUN_TIME.matcher(object.name());
    return time.find() ? time.group(1) : "";
  }

  /** In a period with a current run, only what that names is current. */
  private static boolean inLegacyPeriod(RemoteObject object, Map<String, Delivery> found) {
    Matcher period = LEGACY_PERIOD.matcher(object.name());
    return period.lookingAt() && found.containsKey(period.group());
  }

  private static void add(Map<String, Delivery> found, String name, RemoteObject object) {
    Delivery soFar = found.get(name);
    List<RemoteObject> objects = new ArrayList<>(soFar == null ? List.of() : soFar.objects());
    objects.add(object);
    found.put(name, new Delivery(name, objects, false));
  }
}
