package com.offgridflow.activity;

import com.offgridflow.activity.BilledUnit.Bytes;
import com.offgridflow.activity.BilledUnit.Month;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The units in which the clouds bill what is measured in bytes, processors and hours. Providers
 * write GB and mean 2^30 bytes, and their months are as long as the calendar's, so that a GB-month
 * is between 672 and 744 GiB-h. What is billed by the piece (requests, IOPS, keys) has no measure
 * and is not listed.
 */
public final class BilledUnits {
  private static final String S3 =
      "Amazon S3 FAQs, How will I be charged: 52,900 GB-months of 42,259,901,212,262,400 byte-hours"
          + " in March";
  private static final String EBS =
      "AWS re:Post, EBS volume charges: 1 GB for the 744 hours of a 31-day month is one GB-month";
  private static final String LAMBDA =
      "AWS Lambda Developer Guide, memory in MB from 128 to 10,240";
  private static final String AZURE_DISK =
      "Microsoft Learn, Understand Azure Disk Storage billing: sizes in GiB";
  private static final String AZURE_MONTH =
      "Microsoft Learn, Plan and manage costs for Azure Blob Storage: by the days of the month";
  private static final String GCP =
      "Cloud Billing Catalog API, baseUnitConversionFactor of GiBy.mo: 2^30 x 2,678,400"
          + " byte-seconds in October";

  private static final List<BilledUnit> ALL = new ArrayList<>();

  static {
    aws();
    azure();
    gcp();
  }

  private static final Map<String, Map<String, BilledUnit>> BY_PROVIDER =
      ALL.stream()
          .collect(
              Collectors.groupingBy(
                  BilledUnit::provider,
                  Collectors.toUnmodifiableMap(unit -> lower(unit.name()), unit -> unit)));

  private BilledUnits() {}

  /** All of them, by provider. */
  public static List<BilledUnit> all() {
    return List.copyOf(ALL);
  }

  /** A unit by the name on the bill, whatever its case. */
  public static Optional<BilledUnit> of(String provider, String name) {
    Map<String, BilledUnit> units = BY_PROVIDER.getOrDefault(lower(provider), Map.of());
    return Optional.ofNullable(units.get(lower(name.strip())));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static void aws() {
    for (String name : List.of("GB-Mo", "GB-Month", "GB-Months")) {
      add("aws", name, 1, "GiB", Bytes.BINARY, Month.ACTUAL, EBS + "; " + S3);
    }
    for (String name : List.of("ByteHrs", "Byte-Hrs", "Byte-Hours")) {
      add("aws", name, 1, "B-h", Bytes.NONE, Month.NONE, S3);
    }
    for (String name : List.of("GB-Hours", "GB-Hour")) {
      add("aws", name, 1, "GiB-h", Bytes.BINARY, Month.NONE, S3);
    }
    for (String name : List.of("GB-Second", "Lambda-GB-Second", "Lambda-GB-Seconds")) {
      add("aws", name, 1, "GiB-s", Bytes.BINARY, Month.NONE, LAMBDA);
    }
    add("aws", "GB", 1, "GiB", Bytes.BINARY, Month.NONE, S3);
    hours("aws", "AWS Data Exports User Guide, pricing_unit", "Hrs", "Hours");
    add("aws", "vCPU-Hours", 1, "vCPU-h", Bytes.NONE, Month.NONE, "AWS Fargate Pricing");
  }

  private static void azure() {
    String units = "microsoft/finops-toolkit 04d370f, PricingUnits.csv";
    for (String name : List.of("1 GB/Month", "GB/Month", "1 GiB/Month")) {
      add("azure", name, 1, "GiB", Bytes.BINARY, Month.ACTUAL, AZURE_MONTH + "; " + AZURE_DISK);
    }
    add("azure", "1 TB/Month", 1, "TiB", Bytes.BINARY, Month.ACTUAL, AZURE_MONTH);
    add("azure", "1 TiB/Month", 1, "TiB", Bytes.BINARY, Month.ACTUAL, AZURE_MONTH);
    for (String name : List.of("1 GB", "GB", "1 GiB")) {
      add("azure", name, 1, "GiB", Bytes.BINARY, Month.NONE, AZURE_DISK);
    }
    add("azure", "1 TiB", 1, "TiB", Bytes.BINARY, Month.NONE, units);
    add("azure", "1 GB Hour", 1, "GiB-h", Bytes.BINARY, Month.NONE, AZURE_DISK);
    add("azure", "1 GiB Hour", 1, "GiB-h", Bytes.BINARY, Month.NONE, units);
    add("azure", "1 GB Second", 1, "GiB-s", Bytes.BINARY, Month.NONE, AZURE_DISK);
    add("azure", "1 GiB Second", 1, "GiB-s", Bytes.BINARY, Month.NONE, units);
    add("azure", "50000 GB Seconds", 50_000, "GiB-s", Bytes.BINARY, Month.NONE, units);
    hours("azure", units, "1 Hour", "Hours");
    add("azure", "10 Hours", 10, "h", Bytes.NONE, Month.NONE, units);
    add("azure", "100 Hours", 100, "h", Bytes.NONE, Month.NONE, units);
    add("azure", "1000 Hours", 1000, "h", Bytes.NONE, Month.NONE, units);
    add("azure", "1 Minute", 1, "min", Bytes.NONE, Month.NONE, units);
    add("azure", "1 Second", 1, "s", Bytes.NONE, Month.NONE, units);
    add("azure", "1 Day", 1, "day", Bytes.NONE, Month.NONE, units);
  }

  private static void gcp() {
    add("gcp", "gibibyte month", 1, "GiB", Bytes.BINARY, Month.ACTUAL, GCP);
    add("gcp", "tebibyte month", 1, "TiB", Bytes.BINARY, Month.ACTUAL, GCP);
    add("gcp", "gibibyte hour", 1, "GiB-h", Bytes.BINARY, Month.NONE, GCP);
    add("gcp", "gibibyte", 1, "GiB", Bytes.BINARY, Month.NONE, GCP);
    add("gcp", "tebibyte", 1, "TiB", Bytes.BINARY, Month.NONE, GCP);
    add("gcp", "byte-seconds", 1, "B-s", Bytes.NONE, Month.NONE, GCP);
    add("gcp", "byte-hours", 1, "B-h", Bytes.NONE, Month.NONE, GCP);
    add("gcp", "bytes", 1, "B", Bytes.NONE, Month.NONE, GCP);
    hours("gcp", GCP, "hour");
    add("gcp", "seconds", 1, "s", Bytes.NONE, Month.NONE, GCP);
    add("gcp", "second", 1, "s", Bytes.NONE, Month.NONE, GCP);
  }

  private static void hours(String provider, String source, String... names) {
    for (String name : names) {
      add(provider, name, 1, "h", Bytes.NONE, Month.NONE, source);
    }
  }

  private static void add(
      String provider,
      String name,
      long block,
      String measure,
      Bytes bytes,
      Month month,
      String source) {
    Unit unit = Unit.of(measure).orElseThrow();
    ALL.add(new BilledUnit(provider, name, BigDecimal.valueOf(block), unit, bytes, month, source));
  }
}
