package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.LakeException;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.SqlText;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The types that writers of Parquet choose for one and the same thing. */
class ParquetVariantsTest {

  private static final BillingFormat CUR = ShippedFormats.of("aws-cur-2");
  private static final BillingFormat FOCUS = ShippedFormats.of("focus");

  @TempDir Path directory;

  private final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  private Path parquet(String select) {
    Path file = directory.resolve("bill.parquet");
    lake.execute("copy (" + select + ") to " + SqlText.target(file) + " (format parquet)");
    return file;
  }

  private static String cur(String product, String amount) {
    return """
        select 'Usage' as line_item_line_item_type,
          timestamp '2024-09-01 10:00:00' as line_item_usage_start_date,
          '1' as line_item_usage_account_id, 'AmazonEC2' as line_item_product_code,
          'BoxUsage:x9.large' as line_item_usage_type, %s as line_item_usage_amount,
          2.5 as line_item_unblended_cost, 'USD' as line_item_currency_code,
          'Hrs' as pricing_unit, 'x9.large' as product_instance_type, %s as product"""
        .formatted(amount, product);
  }

  /** 24 h of 6 vCPUs, which no table of instances knows: 144 vCPU-h. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "map {'vcpu': '6', 'memory': '8 GiB'}",
        "map {'vcpu': 6}",
        "{'vcpu': '6', 'memory': '8 GiB'}",
        "{'vcpu': 6, 'sku': {'tier': 'A'}}",
        "[{'key': 'sku', 'value': 'A'}, {'key': 'vcpu', 'value': '6'}]",
        "'{\"vcpu\": \"6\", \"memory\": \"8 GiB\"}'",
      })
  void shouldTakeProcessorsFromTheProductHoweverItIsStored(String product) {
    assertThat(lake.rollup(CUR, parquet(cur(product, "24.0"))))
        .filteredOn(group -> group.kind().equals("cloud.compute"))
        .singleElement()
        .satisfies(group -> assertThat(group.quantity()).isEqualByComparingTo("144"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'sku': 'A'}", "['vcpu']", "null", "7"})
  void shouldKeepALineWhoseProductSaysNothingOfProcessors(String product) {
    assertThat(lake.rollup(CUR, parquet(cur(product, "24.0"))))
        .extracting(Group::brief)
        .containsExactly("cloud.other | BoxUsage:x9.large | 24 | Hrs | 2.5 | 1");
  }

  /** 12 h of an m5.large, of 2 vCPUs in the table of instances: 24 vCPU-h. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'{\"InstanceType\":\"m5.large\"}'",
        "map {'InstanceType': 'm5.large'}",
        "{'InstanceType': 'm5.large', 'CoreCount': null}",
        "[{'key': 'InstanceType', 'value': 'm5.large'}]",
        "'{\"InstanceType\":\"m5.large\"}'::blob",
      })
  void shouldFindTheInstanceInPriceDetailsHoweverTheyAreStored(String details) {
    String select =
        """
        select 'Usage' as ChargeCategory, timestamp '2024-09-01' as ChargePeriodStart,
          1.2 as EffectiveCost, 'USD' as BillingCurrency, '1' as BillingAccountId,
          'AWS' as ProviderName, 'Amazon Elastic Compute Cloud' as ServiceName,
          'Linux instance hours' as ChargeDescription, 12.0 as PricingQuantity,
          'Hours' as PricingUnit, 'instance' as ResourceType, %s as SkuPriceDetails"""
            .formatted(details);

    assertThat(lake.rollup(FOCUS, parquet(select)))
        .filteredOn(group -> group.kind().equals("cloud.compute"))
        .singleElement()
        .satisfies(group -> assertThat(group.quantity()).isEqualByComparingTo("24"));
  }

  /** In Parquet's footer 38 digits at 12 places are 15 18 15 4C, and 39 digits 15 18 15 4E. */
  @Test
  void shouldRefuseDecimalsThatTheEngineWouldReadAsOtherFigures() throws IOException {
    Path file = parquet(cur("map {'vcpu': '6'}", "cast(24 as decimal(38, 12))"));
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    String wider = bytes.replace("\u0015\u0018\u0015\u004c", "\u0015\u0018\u0015\u004e");
    Files.writeString(file, wider, StandardCharsets.ISO_8859_1);

    assertThat(wider).isNotEqualTo(bytes);
    assertThatThrownBy(() -> lake.rollup(CUR, file))
        .isInstanceOf(LakeException.class)
        .hasMessage(
            file
                + " has column line_item_usage_amount in decimals of 39 digits; write it as decimal(38, 15) or less, or as double");
  }
}
