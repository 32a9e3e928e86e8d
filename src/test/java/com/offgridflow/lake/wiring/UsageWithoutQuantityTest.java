package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.RejectedRow;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage that a bill has a cost of, and no or half a quantity; and costs of odd currencies. */
class UsageWithoutQuantityTest {

  private static final String FOCUS =
      "ChargeCategory,ChargePeriodStart,EffectiveCost,BillingCurrency,BillingAccountId,ProviderName,"
          + "ServiceName,ChargeDescription,ResourceType,ConsumedQuantity,ConsumedUnit,"
          + "PricingQuantity,PricingUnit";
  private static final String CHARGE =
      "Usage,2024-09-02T00:00:00Z,1.5,USD,1,%s,Amazon Elastic Compute Cloud,"
          + "m5.large instance hour,instance,%s";

  @TempDir Path directory;

  private final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  /** An m5.large has 2 vCPUs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          10,Hours,7,Hours; cloud.compute | m5.large | 20 | vCPU-h | 1.5 | 1
          ,Hours,7,Hours;   cloud.compute | m5.large | 14 | vCPU-h | 1.5 | 1
          10,,7,Hours;      cloud.compute | m5.large | 14 | vCPU-h | 1.5 | 1
          ,Hours,,Hours;    cloud.other | m5.large instance hour | 0 | unit | 1.5 | 1
          ,,,;              cloud.other | m5.large instance hour | 0 | unit | 1.5 | 1
          """)
  void shouldTakeTheQuantityThatIsThereAndNeverZeroHours(String quantities, String expected)
      throws IOException {
    Path file = Lake.write(directory.resolve("f.csv"), FOCUS, CHARGE.formatted("AWS", quantities));

    assertThat(lake.rollup(ShippedFormats.of("focus"), file))
        .filteredOn(group -> !group.kind().equals("cloud.memory"))
        .extracting(Group::brief)
        .containsExactly(expected);
  }

  @Test
  void shouldNotEstimateInstanceHoursThatAnAwsLineDoesNotTell() throws IOException {
    Path file =
        Lake.write(
            directory.resolve("c.csv"),
            "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,"
                + "lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,"
                + "lineItem/UnblendedCost,lineItem/CurrencyCode,pricing/unit",
            "Usage,2024-09-02T00:00:00Z,1,AmazonEC2,BoxUsage:m5.large,,0.5,USD,Hrs");

    assertThat(lake.rollup(ShippedFormats.of("aws-cur"), file))
        .extracting(Group::brief)
        .containsExactly("cloud.other | BoxUsage:m5.large | 0 | unit | 0.5 | 1");
  }

  @ParameterizedTest
  @CsvSource({"usd, USD", "' eur ', EUR", "GBP, GBP"})
  void shouldKnowACurrencyInAnyCase(String written, String currency) throws IOException {
    assertThat(lake.groups(inCurrency(written)))
        .allSatisfy(group -> assertThat(group.currency()).isEqualTo(currency));
  }

  @ParameterizedTest
  @CsvSource({"Dollar", "$", "US$", "978"})
  void shouldRejectTheRowOfACurrencyThatIsNone(String written) throws IOException {
    Delivery delivery = inCurrency(written);

    assertThat(lake.groups(delivery)).isEmpty();
    assertThat(lake.reader().rejected(delivery, 0))
        .extracting(RejectedRow::row, RejectedRow::column, RejectedRow::value)
        .containsExactly(tuple(2L, "BillingCurrency", written));
  }

  private Delivery inCurrency(String written) throws IOException {
    String charge = CHARGE.formatted("AWS", "10,Hours,10,Hours").replace("USD", written);
    Path file = Lake.write(directory.resolve("f.csv"), FOCUS, charge);
    return lake.reader().open(ShippedFormats.of("focus"), List.of(file), lake.scratch());
  }
}
