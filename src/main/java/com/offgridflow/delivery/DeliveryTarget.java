package com.offgridflow.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the reports of a tenant go. Its credentials are not in it.
 *
 * @param id unique within the tenant
 * @param plan the plan whose reports it gets; empty for those of all plans
 * @param renderings names of what it gets of each report, in this order
 * @param settings what its kind needs to be found
 */
public record DeliveryTarget(
    String tenant,
    String id,
    Optional<String> plan,
    TargetKind kind,
    List<String> renderings,
    NamePattern names,
    Map<String, String> settings,
    boolean enabled) {
  /** Id of the target that stands for the recipients of a plan. */
  public static final String RECIPIENTS = "recipients";

  public DeliveryTarget {
    renderings = List.copyOf(renderings);
    settings = Map.copyOf(settings);
  }

  /** A setting that its kind requires. */
  public String setting(String name) {
    String value = settings.get(name);
    if (value == null) {
      throw new IllegalStateException(this + " has no setting '" + name + "'");
    }
    return value;
  }

  /** A setting with commas, without blanks; empty when there is none. */
  public List<String> list(String name) {
    return Arrays.stream(settings.getOrDefault(name, "").split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /** Names it in messages. */
  @Override
  public String toString() {
    return "delivery target " + id + " (" + kind.id() + ")";
  }
}
