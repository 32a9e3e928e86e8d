package com.offgridflow.source;

import java.util.ArrayList;
import java.util.Collection;
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
 * (same guide, "Understanding export delivery"). Any other file is a delivery of its own.
 */
public final class DeliveryFinder {
  private static final Pattern LEGACY_PERIOD = Pattern.compile("(.*/)?\\d{8}-\\d{8}/");
  private static final Pattern LEGACY_MANIFEST =
      Pattern.compile("((?:.*/)?\\d{8}-\\d{8}/)[^/]+-Manifest\\.json");
  private static final Pattern EXPORT_MONTH =
      Pattern.compile("((?:.*/)?data/BILLING_PERIOD=\\d{4}-\\d{2}/)(?:.*/)?[^/]+");
  private static final Pattern BOOKKEEPING =
      Pattern.compile("(?:.*/)?metadata/(?:.*/)?[^/]+|(?:.*/)?[._][^/]*|.*/");

  private DeliveryFinder() {}

  /** The deliveries at a location, by name. */
  public static List<Delivery> find(Collection<RemoteObject> objects) {
    Map<String, Delivery> found = new TreeMap<>();
    for (RemoteObject object : objects) {
      Matcher manifest = LEGACY_MANIFEST.matcher(object.name());
      if (manifest.matches()) {
        found.put(manifest.group(1), new Delivery(manifest.group(1), List.of(object), true));
      }
    }
    for (RemoteObject object : objects) {
      if (!BOOKKEEPING.matcher(object.name()).matches() && !inLegacyPeriod(object, found)) {
        Matcher month = EXPORT_MONTH.matcher(object.name());
        add(found, month.matches() ? month.group(1) : object.name(), object);
      }
    }
    return List.copyOf(found.values());
  }

  /** Below a period with a manifest, only what the manifest names is current. */
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
