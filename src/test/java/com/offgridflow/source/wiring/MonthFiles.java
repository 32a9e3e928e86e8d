package com.offgridflow.source.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Legacy Cost and Usage Reports with a line a day. */
final class MonthFiles {
  private static final String HEADER =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit,product/regionCode\n";

  private MonthFiles() {}

  /** A day's gigabyte-month of storage in Frankfurt for each cost. */
  static void write(Path directory, String month, String... costs) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < costs.length; i++) {
      text.append(line(month, i + 1, costs[i], "eu-central-1"));
    }
    Files.writeString(directory.resolve(month + ".csv"), text.toString());
  }

  /** Two days of storage, the second in a region that nobody knows. */
  static void writeHalfKnown(Path directory, String month, String known, String unknown)
      throws IOException {
    String text =
        HEADER + line(month, 1, known, "eu-central-1") + line(month, 2, unknown, "mars-north-1");
    Files.writeString(directory.resolve(month + ".csv"), text);
  }

  private static String line(String month, int day, String cost, String region) {
    return "Usage,%s-%02dT00:00:00Z,1,AmazonEC2,EBS:VolumeUsage.gp3,1,%s,USD,GB-Mo,%s\n"
        .formatted(month, day, cost, region);
  }
}
