package com.offgridflow.delivery.wiring;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.offgridflow.delivery.DownloadLink;
import com.offgridflow.delivery.LinkKeys;
import com.offgridflow.source.wiring.Leaks;
import com.offgridflow.wiring.HubConfig;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** Links that let their holder have one rendering of one report. */
@QuarkusTest
class DownloadsTest {
  /** As HubTestResource configures it. */
  private static final LinkKeys KEYS = new LinkKeys(List.of("k1:" + "0123456789abcdef".repeat(4)));

  @Inject Deliveries deliveries;
  @Inject HubConfig hub;
  @Inject CamelContext camel;

  private static String path(URI link) {
    return link.getPath();
  }

  private static Instant inSeconds(long seconds) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
  }

  @Test
  void shouldGiveTheRenderingWithoutALogin() {
    String tenant = deliveries.tenant();
    String report = deliveries.report(tenant);

    byte[] got =
        given()
            .get(path(deliveries.link(tenant, report, "pdf")))
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .header("Content-Disposition", endsWith(".pdf\""))
            .header("Cache-Control", equalTo("private, no-store"))
            .header("Referrer-Policy", equalTo("no-referrer"))
            .header("Content-Security-Policy", containsString("sandbox"))
            .extract()
            .asByteArray();

    assertThat(got).isEqualTo(deliveries.rendering(tenant, report, "pdf"));
  }

  @Test
  void shouldSayThatALinkHasExpired() {
    String tenant = deliveries.tenant();
    String report = deliveries.report(tenant);
    String expired =
        KEYS.sign(new DownloadLink(UUID.randomUUID(), tenant, report, "pdf", inSeconds(0)));

    given()
        .get("/d/" + expired)
        .then()
        .statusCode(410)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("The link has expired"));
  }

  @Test
  void shouldKnowNothingOfForgedLinks() {
    String tenant = deliveries.tenant();
    String report = deliveries.report(tenant);
    LinkKeys others = new LinkKeys(List.of("k1:" + "00".repeat(32)));
    String forged =
        others.sign(new DownloadLink(UUID.randomUUID(), tenant, report, "pdf", inSeconds(60)));

    given().get("/d/" + forged).then().statusCode(404).body(containsString("nothing here"));
    given().get("/d/x").then().statusCode(404);
  }

  /** As the first releases signed them: tenant, report, rendering and expiry, without an id. */
  @Test
  void shouldTellTheHolderOfALinkOfTheFirstReleases() throws Exception {
    byte[] content = "t-1/0a1b-2c/pdf/1796083200".getBytes(UTF_8);
    String claim = "k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = HexFormat.of().parseHex("0123456789abcdef".repeat(4));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signature =
        Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(claim.getBytes(UTF_8)));

    given()
        .get("/d/" + claim + "." + signature)
        .then()
        .statusCode(410)
        .body(containsString("earlier release"), containsString("a new one"));
  }

  @Test
  void shouldKnowNothingOfAReportThatIsNotTheTenants() {
    String other = deliveries.tenant();
    String tenant = deliveries.tenant();
    String report = deliveries.report(tenant);

    for (DownloadLink unsent :
        List.of(
            new DownloadLink(UUID.randomUUID(), other, report, "pdf", inSeconds(60)),
            new DownloadLink(UUID.randomUUID(), tenant, report, "pdf", inSeconds(60)))) {
      given().get("/d/" + KEYS.sign(unsent)).then().statusCode(404);
    }
    given().get(path(deliveries.link(tenant, report, "no-such"))).then().statusCode(404);
  }

  /** Its digest stands in events and receipts. */
  @Test
  void shouldGiveTheSameWorkbookEachTimeAndLeaveNoFile() throws Exception {
    String tenant = deliveries.tenant();
    String report = deliveries.report(tenant);
    byte[] first = deliveries.rendering(tenant, report, "xlsx");

    byte[] got = given().get(path(deliveries.link(tenant, report, "xlsx"))).asByteArray();

    assertThat(got).isEqualTo(first);
    try (Stream<Path> files = Files.list(hub.data().resolve("rendering"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldTakeBackOneLinkAndLeaveTheOthers() {
    String tenant = deliveries.tenant();
    String report = deliveries.report(tenant);
    String pdf = path(deliveries.link(tenant, report, "pdf"));
    String csv = path(deliveries.link(tenant, report, "csv"));
    given().get(pdf).then().statusCode(200);
    String id = link(tenant, "pdf").get("id").toString();

    deliveries
        .delete(tenant, "/board/links/" + id)
        .statusCode(200)
        .body("revoked_by", equalTo("test"))
        .body("opened", equalTo(1));

    given().get(pdf).then().statusCode(410).body(containsString("The link was taken back"));
    given().get(csv).then().statusCode(200);
    deliveries.get(tenant, "/board/links").body("rendering", equalTo(List.of("csv")));
    deliveries.get(tenant, "/board/links?all=true").body("revoked_by", hasItem("test"));
  }

  @Test
  void shouldKeepOnRecordWhoTookALinkBackFirst() {
    String tenant = deliveries.tenant();
    deliveries.link(tenant, deliveries.report(tenant), "pdf");
    String path = "/board/links/" + link(tenant, "pdf").get("id");
    String first = deliveries.delete(tenant, path).extract().path("revoked_at");

    deliveries.delete(tenant, path).statusCode(200).body("revoked_at", equalTo(first));
  }

  @Test
  void shouldTakeBackNoLinkOfAnotherTenantOrTarget() {
    String tenant = deliveries.tenant();
    deliveries.link(tenant, deliveries.report(tenant), "pdf");
    String id = link(tenant, "pdf").get("id").toString();

    deliveries.delete(deliveries.tenant(), "/board/links/" + id).statusCode(404);
    deliveries.delete(tenant, "/other/links/" + id).statusCode(404);
    assertThat(link(tenant, "pdf").get("revoked_at")).isNull();
  }

  @Test
  void shouldListNeitherExpiredLinksNorWhatOpensThem() {
    String tenant = deliveries.tenant();
    String path = path(deliveries.link(tenant, deliveries.report(tenant), "pdf"));
    String list = deliveries.get(tenant, "/board/links").extract().asString();
    assertThat(list).contains("\"rendering\":\"pdf\"").doesNotContain(path.substring(3));

    deliveries.expireLinks(tenant);

    deliveries.get(tenant, "/board/links").body("size()", equalTo(0));
    deliveries.get(tenant, "/board/links?all=true").body("size()", equalTo(1));
  }

  private Map<String, Object> link(String tenant, String rendering) {
    return deliveries
        .get(tenant, "/board/links")
        .extract()
        .jsonPath()
        .getMap("find { it.rendering == '" + rendering + "' }");
  }

  @Test
  void shouldNotLogTheLink() throws Exception {
    String tenant = deliveries.tenant();
    String report = deliveries.report(tenant);
    String path = path(deliveries.link(tenant, report, "pdf"));
    String expired =
        KEYS.sign(new DownloadLink(UUID.randomUUID(), tenant, report, "pdf", inSeconds(-1)));
    Leaks leaks = new Leaks(path.substring("/d/".length()), expired);

    leaks.during(
        () -> {
          given().get(path).then().statusCode(200);
          given().get("/d/" + expired).then().statusCode(410);
          Logger.getLogger(DownloadsTest.class.getName()).info("both links were called");
        });

    leaks.check(camel);
  }
}
