package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.AwsFiles.CUR_2;
import static com.offgridflow.source.wiring.AwsFiles.csv;
import static com.offgridflow.source.wiring.AwsFiles.gzip;
import static com.offgridflow.source.wiring.AwsFiles.manifest;
import static com.offgridflow.source.wiring.AwsFiles.parquet;
import static com.offgridflow.source.wiring.AwsFiles.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Exports of AWS that are damaged, incomplete or of other columns. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AwsExportFaultsSyncTest extends S3Bills {
  @Test
  void shouldKeepWhatIsThereWhenAManifestNamesAMissingObject() {
    overwrite("gap/e", gzip(csv(CUR_2, sent("4"))), ".csv.gz");
    String tenant = tenant("aws-cur", "gap");
    syncs.sync(tenant);
    String file = "gap/e/data/" + MONTH + "e-00001.csv.gz";
    String missing = "gap/e/data/" + MONTH + "e-00002.csv.gz";
    put("gap/e/metadata/" + MONTH + "e-Manifest.json", manifest("bills", file, missing));

    assertThat(onlyRejection(tenant))
        .startsWith("MISSING_OBJECT | gap/e/metadata/" + MONTH + "e-Manifest.json | ")
        .contains("s3://bills/" + missing);
    assertThat(quantities(tenant)).containsExactly("4");
  }

  @Test
  void shouldRefuseADamagedFileAndKeepWhatIsThere() {
    overwrite("torn/e", gzip(csv(CUR_2, sent("4"))), ".csv.gz");
    String tenant = tenant("aws-cur", "torn");
    syncs.sync(tenant);
    byte[] whole = gzip(csv(CUR_2, sent("5"), sent("6")));
    overwrite("torn/e", Arrays.copyOf(whole, whole.length - 12), ".csv.gz");

    assertThat(onlyRejection(tenant))
        .startsWith("UNREADABLE_FILE | torn/e/data/" + MONTH + "e-00001.csv.gz | ");
    assertThat(quantities(tenant)).containsExactly("4");
  }

  @Test
  void shouldRefuseDamagedParquet() {
    byte[] bytes = parquet(csv(CUR_2, sent("5")));
    Arrays.fill(bytes, bytes.length / 2, bytes.length - 8, (byte) 0x5a);
    overwrite("rotten/e", bytes, ".snappy.parquet");

    assertThat(onlyRejection(tenant("aws-cur", "rotten"))).startsWith("UNREADABLE_FILE | rotten/e");
  }

  @Test
  void shouldNotMindNewColumnsAndNameMissingOnes() {
    overwrite("wide/e", gzip(csv(CUR_2 + ",line_item_new", sent("6") + ",x")), ".csv.gz");
    overwrite(
        "thin/e",
        gzip(csv(CUR_2.replace("line_item_usage_amount", "usage"), sent("6"))),
        ".csv.gz");

    String wide = tenant("aws-cur", "wide");
    assertThat(syncs.sync(wide).state().succeeded()).isTrue();
    assertThat(quantities(wide)).containsExactly("6");
    assertThat(onlyRejection(tenant("aws-cur", "thin")))
        .startsWith("UNREADABLE_FILE | thin/e")
        .contains("lacks line_item_usage_amount");
  }
}
