package com.offgridflow.cbam.wiring;

import static com.offgridflow.cbam.SampleGoods.CLINKER;
import static com.offgridflow.cbam.SampleGoods.HEADER;
import static com.offgridflow.cbam.SampleGoods.SCREWS;
import static com.offgridflow.cbam.SampleGoods.STEEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.offgridflow.cbam.SampleGoods;
import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoreDeclareCbamRouteTest {
  private static final String BASE = "/api/v1/tenants/{tenant}/cbam/";

  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject TestLogin login;

  @ConfigProperty(name = "hub.out")
  String out;

  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  @Test
  void shouldLoadLinesThatAreRightAndNameTheOthers() {
    load(HEADER + SCREWS + CLINKER.replace("25231000", "25240000"))
        .statusCode(200)
        .body("rows", equalTo(2))
        .body("changed", equalTo(1))
        .body("rejected.field", contains("row 2, cn_code"))
        .body("rejected[0].message", containsString("is not in Annex I"));
  }

  @Test
  void shouldRefuseATableOfWhichNoLineIsRight() {
    load(HEADER + SCREWS.replace("200", "many"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", contains("row 1, quantity"));
  }

  @Test
  void shouldFreezeAQuarterAndWriteItsRenderings() throws Exception {
    declare();
    load(HEADER + SCREWS + STEEL);

    String id =
        freeze("2025-Q4")
            .statusCode(201)
            .body("lines", hasSize(2))
            .body("lines[0].evidence.object", equalTo("goods.csv, row 1"))
            .body("lines[1].specific.indirect", equalTo(0.154f))
            .extract()
            .path("id");
    worker.drain();

    assertThat(files())
        .hasSize(2)
        .allMatch(name -> name.contains("-cbam-2025-Q4-" + id.substring(0, 8)));
    login
        .admin()
        .get(BASE + "declarations/{id}/xml", tenant, id)
        .then()
        .statusCode(200)
        .body("QReport.ImportedGood.size()", equalTo(2));
  }

  @Test
  void shouldKeepWhatWasDeclaredWhenGoodsAreCorrected() {
    declare();
    load(HEADER + SCREWS);
    String id = freeze("2025-Q4").extract().path("id");

    load(HEADER + SCREWS.replace("2.1", "2.2")).body("changed", equalTo(1));

    login
        .admin()
        .get(BASE + "declarations/{id}", tenant, id)
        .then()
        .body("lines[0].specific.direct", equalTo(2.1f));
    freeze("2025-Q4")
        .body("lines[0].specific.direct", equalTo(2.2f))
        .body("lines[0].evidence.version", equalTo(2));
  }

  @Test
  void shouldLeaveOutGoodsThatWereWithdrawn() {
    declare();
    load(HEADER + SCREWS + CLINKER);

    login.admin().delete(BASE + "goods/clk", tenant).then().statusCode(204);

    login.admin().delete(BASE + "goods/clk", tenant).then().statusCode(404);
    freeze("2025-Q4").body("lines.line", contains("scr"));
  }

  @Test
  void shouldSayThatADeclarantIsMissing() {
    load(HEADER + SCREWS);

    freeze("2025-Q4").statusCode(400).body("detail", containsString("no CBAM declarant is set"));
  }

  @Test
  void shouldRefuseADeclarantWhoConfirmsNothing() {
    login
        .admin()
        .contentType("application/json")
        .body(Map.of("eori", "DE1", "name", "A", "role", "01", "country", "DE"))
        .put(BASE + "declarant", tenant)
        .then()
        .statusCode(400)
        .body("detail", containsString("city '' of the declarant should be"));
  }

  @Test
  void shouldHideDeclarationsFromOtherTenants() {
    declare();
    load(HEADER + SCREWS);
    String id = freeze("2025-Q4").extract().path("id");

    login.admin().get(BASE + "declarations/{id}", sandbox.tenant(), id).then().statusCode(404);
  }

  private ValidatableResponse load(String csv) {
    return login
        .admin()
        .contentType("text/csv")
        .body(csv)
        .post(BASE + "goods?name=goods.csv", tenant)
        .then();
  }

  private ValidatableResponse freeze(String period) {
    return login.admin().post(BASE + "declarations?period=" + period, tenant).then();
  }

  private void declare() {
    login
        .admin()
        .contentType("application/json")
        .body(SampleGoods.declarant())
        .put(BASE + "declarant", tenant)
        .then()
        .statusCode(200);
  }

  private List<String> files() throws Exception {
    try (Stream<Path> found = Files.list(Path.of(out))) {
      return found
          .map(file -> file.getFileName().toString())
          .filter(n -> n.startsWith(tenant))
          .toList();
    }
  }
}
