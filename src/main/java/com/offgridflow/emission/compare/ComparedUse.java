package com.offgridflow.emission.compare;

import com.offgridflow.activity.Activity;
import com.offgridflow.factor.Places;

/**
 * What cloud use is compared by.
 *
 * @param provider in lower case
 * @param service the provider's service
 * @param region the provider's region
 * @param kind kind of activity, e.g. {@code cloud.compute}
 */
public record ComparedUse(String provider, String service, String region, String kind)
    implements Comparable<ComparedUse> {

  static ComparedUse of(Activity activity) {
    return new ComparedUse(
        Places.supplier(activity.place().supplier()),
        activity.service(),
        activity.place().region(),
        activity.kind().code());
  }

  @Override
  public int compareTo(ComparedUse other) {
    int order = provider.compareTo(other.provider);
    order = order != 0 ? order : service.compareTo(other.service);
    order = order != 0 ? order : region.compareTo(other.region);
    return order != 0 ? order : kind.compareTo(other.kind);
  }
}
