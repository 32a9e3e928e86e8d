package com.offgridflow.emission.cloud;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.factor.UsageTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Use under the provider's own name, read as the profile's list of usage types reads it: what a
 * usage type ends with says whether it is storage, and on what medium, or network; its unit whether
 * it is processor time. The lists are AWS's.
 */
final class OtherUse {
  static final String EXPRESSION =
      "as compute, storage or network by the ending of the usage type; else kWh = cost or amount ×"
          + " kWh per cost or amount of the known use of the same service and unit";

  private static final Map<String, UsageTypes> LISTS = new ConcurrentHashMap<>();
  private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

  /** AWS's ways to write a unit; its GB are 2^30 bytes, see {@code activity.BilledUnits}. */
  private static final Map<String, String> STORED =
      Map.of(
          "GB-Mo",
          "GiB-month",
          "GB-Month",
          "GiB-month",
          "GB-Mp",
          "GiB-month",
          "GB-month",
          "GiB-month",
          "GB-Hours",
          "GiB-h");

  private static final List<String> HOURS = List.of("Hrs", "Hours", "hours");
  private static final List<String> MOVED = List.of("GB", "GigaBytes");
  private static final List<String> RUN = List.of("seconds", "Second", "Lambda-GB-Second");

  private OtherUse() {}

  static Optional<Linear> plan(Chain chain, Ask ask) {
    CloudUse use = CloudUse.of(chain, ask);
    List<String> list = use.part(Cause.USAGE).words().getOrDefault("list", List.of());
    if (use.part(Cause.USAGE).says("unknown", "none") || list.isEmpty()) {
      return Optional.empty();
    }
    UsageTypes types = LISTS.computeIfAbsent(list.get(0), ShippedFactors::usageTypes);
    boolean aws = ask.provider().equals("aws");
    String type = ask.details().getOrDefault("usage_type", ask.subject());
    if (aws && leftOut(types, type)) {
      return Optional.empty();
    }
    Optional<Linear> known = aws && !unknown(types, type, ask) ? known(use, types, type) : none();
    return known.or(() -> UnknownUse.plan(use));
  }

  private static Optional<Linear> none() {
    return Optional.empty();
  }

  private static boolean leftOut(UsageTypes types, String type) {
    return types.has("unsupported_usage_types", type);
  }

  private static boolean unknown(UsageTypes types, String type, Ask ask) {
    return types.has("unknown_usage_types", type)
        || !types.of("known_usage_units").contains(ask.unit().symbol());
  }

  private static Optional<Linear> known(CloudUse use, UsageTypes types, String type) {
    String unit = use.ask().unit().symbol();
    if (STORED.containsKey(unit)) {
      return storage(use, types, type);
    }
    if (MOVED.contains(unit)) {
      boolean sent =
          types.ends("networking_usage_types", type) && !service(use).equals("AmazonCloudFront");
      return sent ? CloudFormulas.network(use.chain(), as(use, "", "GiB")) : none();
    }
    if (RUN.contains(unit)) {
      return computed(use, "", Decimals.over(BigDecimal.ONE, SECONDS));
    }
    return processors(use, type, unit);
  }

  /** Read as GB-months even where the type is named after byte-hours: so is the unit. */
  private static Optional<Linear> storage(CloudUse use, UsageTypes types, String type) {
    String service = service(use);
    boolean ssd =
        types.ends("ssd_usage_types", type)
            || types.ends("ssd_services", service) && !type.contains("Backup");
    if (!ssd && !types.ends("hdd_usage_types", type)) {
      return none();
    }
    Ask stored = as(use, storageClass(use, service, type), STORED.get(use.ask().unit().symbol()));
    String energy = ssd ? FactorKind.SSD_ENERGY : FactorKind.HDD_ENERGY;
    return StorageUse.plan(use.chain(), stored, energy);
  }

  private static String storageClass(CloudUse use, String service, String type) {
    return use.part(Cause.USAGE).classes().getOrDefault(service, List.of()).stream()
        .map(rule -> rule.split("=", 2))
        .filter(rule -> type.contains(rule[0]))
        .map(rule -> rule[1])
        .findFirst()
        .orElse("");
  }

  /** A DPU of Glue is 4 vCPUs; four ACUs of Aurora Serverless are one; else the type says it. */
  private static Optional<Linear> processors(CloudUse use, String type, String unit) {
    if (service(use).equals("AWSGlue")) {
      return computed(use, "", BigDecimal.valueOf(4));
    }
    if (type.contains("Aurora:ServerlessUsage")) {
      return computed(use, "", new BigDecimal("0.25"));
    }
    if (service(use).equals("AmazonSimpleDB") || type.contains("CPUCredits")) {
      return computed(use, "", BigDecimal.ONE);
    }
    if (!HOURS.contains(unit)) {
      return computed(use, "", BigDecimal.ONE);
    }
    String machine = type.substring(type.lastIndexOf(':') + 1);
    CloudUse typed = CloudUse.of(use.chain(), as(use, machine, "vCPU-h"));
    return typed.type(Cause.POWER).flatMap(known -> computed(use, machine, known.vcpus()));
  }

  private static Optional<Linear> computed(CloudUse use, String type, BigDecimal vcpuHours) {
    return ComputeUse.plan(use.chain(), as(use, type, "vCPU-h"))
        .map(
            linear ->
                new Linear(
                    linear.amount(),
                    linear.unit(),
                    linear.conversion().multiply(vcpuHours),
                    linear.components(),
                    linear.gaps()));
  }

  private static String service(CloudUse use) {
    return use.ask().details().getOrDefault("service", "");
  }

  private static Ask as(CloudUse use, String subject, String unit) {
    Ask ask = use.ask();
    return new Ask(
        ActivityKind.CLOUD_OTHER,
        subject,
        ask.place(),
        Unit.named(unit),
        ask.day(),
        ask.currency(),
        ask.details());
  }
}
