package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Files in which a row or a value is faulty. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class FaultyRowSyncTest extends FaultyFiles {
  @Inject TestLogin login;

  @Test
  void shouldNameLineAndColumnOfABillingQuantityThatIsNone() throws IOException {
    write("cur.csv", HEADER, LINE, LINE.replace(",1,0.5", ",many,0.5"), LINE);

    assertThat(onlyRejection())
        .isEqualTo(
            "UNUSABLE_VALUE | cur.csv | line 3 | lineItem/UsageAmount | many | the value is not usable"
                + " | expected a plain number such as 12.5, below 10^20");
    assertThat(syncs.lines(tenant)).containsExactly("3 2 0 1", "1 1 0 0");
  }

  @Test
  void shouldListWhatWasRejectedPageByPage() throws IOException {
    String bad = LINE.replace(",1,0.5", ",many,0.5");
    write("cur.csv", HEADER, bad, LINE, bad);
    syncs.sync(tenant);
    String rejections = "/api/v1/tenants/" + tenant + "/rejections";

    int newest =
        login
            .admin()
            .get(rejections + "?limit=1&connection=bills")
            .then()
            .statusCode(200)
            .body("object", contains("cur.csv"))
            .body("locator", contains("line 4"))
            .body("field", contains("lineItem/UsageAmount"))
            .body("value", contains("many"))
            .body("mitigation[0]", containsString("a plain number such as 12.5"))
            .extract()
            .path("[0].rejection");
    login
        .admin()
        .get(rejections + "?code=UNUSABLE_VALUE&before=" + newest)
        .then()
        .body("locator", contains("line 2"));
    login.admin().get(rejections + "?limit=0").then().statusCode(400);
    login
        .admin()
        .get("/api/v1/tenants/somebody-else/rejections")
        .then()
        .statusCode(200)
        .body("", hasSize(0));
  }

  @Test
  void shouldNameTheFileOfADeliveryThatARejectedRowStandsIn() throws IOException {
    String partition = "cur/data/BILLING_PERIOD=2024-09/";
    write(partition + "cur-00001.csv", HEADER, LINE);
    write(partition + "cur-00002.csv", HEADER, LINE.replace(",1,0.5", ",many,0.5"));

    assertThat(onlyRejection()).contains(" | " + partition + "cur-00002.csv | line 2 | ");
  }

  @Test
  void shouldNameLineAndColumnOfABilledQuantityThatIsNone() throws IOException {
    write("bad.csv", BILLS, "E-1,electricity,lots,kWh,2024-09-01,2024-09-30,DE,INV-1");

    assertThat(onlyRejection()).contains("bad.csv | line 2 | quantity | lots | ", "1234.5");
  }

  @Test
  void shouldTakeInAnUnknownRegionAndSayThatItHasNoFactor() throws IOException {
    write(
        "cur.csv",
        HEADER,
        LINE.replace("NatGateway-Hours,1,", "EBS:VolumeUsage.gp3,1,")
            .replace("Hrs,eu-central-1", "GB-Mo,mars-north-1"));

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).isTrue();
    assertThat(syncs.rejections(tenant)).isEmpty();
    assertThat(syncs.texts(tenant, "select message from estimate_gap where tenant_id = ?"))
        .singleElement()
        .asString()
        .contains("mars-north-1");
  }
}
