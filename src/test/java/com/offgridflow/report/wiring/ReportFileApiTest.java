package com.offgridflow.report.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.wiring.HubConfig;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReportFileApiTest {
  @Inject BilledReports.Of bills;
  @Inject TestLogin login;
  @Inject HubConfig hub;
  private BilledReports billed;
  private String report;

  @BeforeEach
  void begin() {
    billed = bills.ofNewTenant();
    billed.take("first", "1000", "2000");
    billed.report("first");
    report = billed.reportId("first");
  }

  /** Each kind of file begins with the bytes that make it one. */
  @ParameterizedTest
  @CsvSource({
    "pdf, application/pdf, .pdf, %PDF-1.",
    "xbrl, application/xml, .xbrl, <?xml",
    "ixbrl, application/xhtml+xml, .xhtml, <?xml",
    "package, application/zip, .xbri, PK",
    "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, .xlsx, PK"
  })
  void shouldGiveAReportAsAFile(String rendering, String type, String suffix, String start) {
    byte[] bytes =
        api("/files/" + rendering)
            .statusCode(200)
            .contentType(type)
            .header("Content-Disposition", containsString(suffix + "\""))
            .extract()
            .asByteArray();

    assertThat(new String(bytes, 0, start.length(), StandardCharsets.ISO_8859_1)).isEqualTo(start);
  }

  @Test
  void shouldListTheFilesThatItGives() {
    api("/files")
        .statusCode(200)
        .body("find { it.rendering == 'pdf' }.media_type", equalTo("application/pdf"))
        .body("rendering", hasItem("csv-emissions"));
  }

  @Test
  void shouldLeaveNoFileBehind() throws Exception {
    api("/files/csv-emissions").statusCode(200);

    try (Stream<Path> files = Files.list(hub.data().resolve("rendering"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldSayWhichFilesThereAreInsteadOfAnUnknownOne() {
    api("/files/docx").statusCode(404).body("detail", containsString("'docx'; it has [xbrl"));
  }

  @Test
  void shouldKnowNothingOfAReportThatIsNotTheTenants() {
    String other = bills.ofNewTenant().tenant();

    call(other, report, "/files/pdf").statusCode(404);
    call(billed.tenant(), UUID.randomUUID().toString(), "/files").statusCode(404);
  }

  @Test
  void shouldGiveNothingWithoutALogin() {
    given()
        .get("/api/v1/tenants/{tenant}/reports/{report}/files/pdf", billed.tenant(), report)
        .then()
        .statusCode(401);
  }

  private ValidatableResponse api(String path) {
    return call(billed.tenant(), report, path);
  }

  private ValidatableResponse call(String tenant, String id, String path) {
    return login.admin().get("/api/v1/tenants/" + tenant + "/reports/" + id + path).then();
  }
}
