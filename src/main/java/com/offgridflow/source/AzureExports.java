package com.offgridflow.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Azure Cost Management keeps, below {@code <export>/<yyyymmdd-yyyymmdd>/}, a folder per run with
 * {@code manifest.json} and the files it names, in the "create new" mode below a folder of the
 * run's time; before exports had manifests, one file per run lay there. Each run has the whole
 * month to date, so that only the newest counts (Microsoft Learn, "Create and manage Cost
 * Management exports").
 */
final class AzureExports implements Layout {
  private static final Pattern PERIOD = Pattern.compile("(.*/)?\\d{8}-\\d{8}/");
  private static final String RUN = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern MANIFEST =
      Pattern.compile("((?:.*/)?\\d{8}-\\d{8}/)(?:\\d{12}/)?" + RUN + "/manifest\\.json");
  private static final Pattern FILE =
      Pattern.compile("((?:.*/)?\\d{8}-\\d{8}/)[^/]*_" + RUN + "\\.csv(?:\\.gz)?");
  private static final Pattern RUN_TIME = Pattern.compile("/(\\d{12})/");

  @Override
  public List<Delivery> find(Collection<RemoteObject> objects, Set<RemoteObject> taken) {
    Map<String, Delivery> found = new TreeMap<>();
    newest(found, objects, FILE, false);
    newest(found, objects, MANIFEST, true);
    for (RemoteObject object : objects) {
      Matcher period = PERIOD.matcher(object.name());
      if (period.lookingAt() && found.containsKey(period.group())) {
        taken.add(object);
      }
    }
    return List.copyOf(found.values());
  }

  private static void newest(
      Map<String, Delivery> found,
      Collection<RemoteObject> objects,
      Pattern pattern,
      boolean manifest) {
    for (RemoteObject object : byRunTime(objects)) {
      Matcher period = pattern.matcher(object.name());
      if (period.matches()) {
        found.put(period.group(1), new Delivery(period.group(1), List.of(object), manifest));
      }
    }
  }

  private static List<RemoteObject> byRunTime(Collection<RemoteObject> objects) {
    return objects.stream()
        .sorted(Comparator.comparing(AzureExports::runTime).thenComparing(AGE))
        .toList();
  }

  private static String runTime(RemoteObject object) {
    Matcher time = RUN_TIME.matcher(object.name());
    return time.find() ? time.group(1) : "";
  }
}
