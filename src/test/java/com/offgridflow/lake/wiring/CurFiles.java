package com.offgridflow.lake.wiring;

import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Files of the legacy CUR that a test writes, and a lake to read them. */
abstract class CurFiles {
  static final BillingFormat CUR = ShippedFormats.of("aws-cur");
  static final String HEADER =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit";
  static final String GOOD =
      "Usage,2024-09-02T00:00:00Z,1,AmazonEC2,NatGateway-Hours,1,0.5,USD,Hrs";

  @TempDir Path directory;
  final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  Path file(String name, String... lines) throws IOException {
    return Lake.write(directory.resolve(name), lines);
  }

  long lines(Delivery delivery) {
    return lake.groups(delivery).stream().mapToLong(Group::lines).sum();
  }
}
