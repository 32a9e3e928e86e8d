package com.offgridflow.delivery.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.offgridflow.delivery.DownloadLink;
import com.offgridflow.delivery.LinkKeys;
import com.offgridflow.source.wiring.Leaks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** Links that let their holder have one rendering of one report. */
@QuarkusTest
class DownloadsTest {
  /** As HubTestResource configures it. */
  private static final LinkKeys KEYS = new LinkKeys(List.of("k1:" + "0123456789abcdef".repeat(4)));

  @Inject Deliveries deliveries;
  @Inject Links links;
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
            .get(path(links.to(tenant, report, "pdf")))
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
    String expired = KEYS.sign(new DownloadLink(tenant, report, "pdf", inSeconds(0)));

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
    String forged = others.sign(new DownloadLink(tenant, report, "pdf", inSeconds(60)));

    given().get("/d/" + forged).then().statusCode(404).body(containsString("nothing here"));
    given().get("/d/x").then().statusCode(404);
  }

  @Test
  void shouldKnowNothingOfAReportThatIsNotTheTenants() {
    String other = deliveries.tenant();
    String tenant = deliveries.tenant();
    String report = deliveries.report(tenant);

    given().get(path(links.to(other, report, "pdf"))).then().statusCode(404);
    given().get(path(links.to(tenant, UUID.randomUUID().toString(), "pdf"))).then().statusCode(404);
    given().get(path(links.to(tenant, report, "no-such"))).then().statusCode(404);
  }

  @Test
  void shouldNotLogTheLink() throws Exception {
    String tenant = deliveries.tenant();
    String report = deliveries.report(tenant);
    String path = path(links.to(tenant, report, "pdf"));
    String expired = KEYS.sign(new DownloadLink(tenant, report, "pdf", inSeconds(-1)));
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
