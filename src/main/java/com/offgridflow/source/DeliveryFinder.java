package com.offgridflow.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Sees which of the objects at a location belong together: by the layouts of the providers'
 * exports; any other file is a delivery of its own.
 */
public final class DeliveryFinder {
  private static final List<Layout> LAYOUTS =
      List.of(new AzureExports(), new AwsReports(), new AwsExports());

  /**
   * What AWS writes beside a report for those who read it with Athena, and to try a bucket: Cost
   * and Usage Report user guide, "Querying Cost and Usage Reports using Amazon Athena".
   */
  private static final String AWS_HELP =
      "cost_and_usage_data_status(?:/.*)?|crawler-cfn\\.yml|[^/]+-create-table\\.sql"
          + "|aws-programmatic-access-test-object";

  private static final Pattern BOOKKEEPING =
      Pattern.compile("(?:.*/)?(?:metadata/(?:.*/)?[^/]+|[._][^/]*|" + AWS_HELP + ")|.*/");

  private DeliveryFinder() {}

  /** The deliveries at a location, by name. */
  public static List<Delivery> find(Collection<RemoteObject> objects) {
    Map<String, Delivery> found = new TreeMap<>();
    Set<RemoteObject> taken = new HashSet<>();
    for (Layout layout : LAYOUTS) {
      layout.find(objects, taken).forEach(delivery -> found.put(delivery.name(), delivery));
    }
    for (RemoteObject object : objects) {
      if (!taken.contains(object) && !BOOKKEEPING.matcher(object.name()).matches()) {
        found.put(object.name(), new Delivery(object.name(), List.of(object), false));
      }
    }
    return List.copyOf(found.values());
  }
}
