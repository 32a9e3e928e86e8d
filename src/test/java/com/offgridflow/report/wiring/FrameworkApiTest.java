package com.offgridflow.report.wiring;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Frameworks, their crosswalks, and a report in the terms of another release. */
@QuarkusTest
class FrameworkApiTest extends StatedReports {
  @Test
  void shouldRenderAFrozenReportForTheRevisedRelease() {
    take("1000");
    String id = report("2024", 2024);

    login
        .admin()
        .get(api("/reports/" + id + "/as/esrs-2026"))
        .then()
        .statusCode(200)
        .body("framework.status", equalTo("draft"))
        .body("values.dataPoint", hasItem("E1-8.scope-2-location"));
    login.admin().get(api("/reports/" + id + "/as/vsme-2025")).then().statusCode(404);
    login
        .admin()
        .get(api("/reports/" + id + "/as/esrs-2026/xbrl"))
        .then()
        .statusCode(200)
        .contentType("application/xml")
        .header("Content-Disposition", containsString("-esrs-2026-2024-01-01-2024-12-31.xbrl"))
        .body(containsString("f-E1-8.scope-2-location"));
    login
        .admin()
        .get(api("/reports/" + id + "/as/esrs-2026/ixbrl"))
        .then()
        .statusCode(200)
        .body(containsString("f-E1-8.scope-2-location"));
    login
        .admin()
        .get(api("/reports/" + id + "/facts/f-E1-8.scope-2-location"))
        .then()
        .statusCode(200)
        .body("dataPoint", equalTo("E1-8.scope-2-location"))
        .body("origin.size()", equalTo(1));
    login
        .admin()
        .get(api("/reports/" + id + "/as/esrs-2026/papyrus"))
        .then()
        .statusCode(404)
        .body("detail", containsString("ixbrl"));
  }

  @Test
  void shouldShowFrameworksAndCrosswalks() {
    login
        .admin()
        .get("/api/v1/frameworks")
        .then()
        .body("id", hasItem("ca-sb-253"))
        .body("find { it.id == 'sec-2024' }.status", equalTo("stayed"));
    login
        .admin()
        .get("/api/v1/frameworks/esrs-2023")
        .then()
        .body("data_points.find { it.id == 'E1-6.net-revenue' }.statement", equalTo("net-revenue"));
    login
        .admin()
        .get("/api/v1/frameworks/esrs-2023/crosswalks/esrs-2026")
        .then()
        .body("find { it.from == 'E1-6.total-location' }.change", equalTo("fell-away"))
        .body("findAll { it.change == 'new' }.from", hasItem(""));
    login.admin().get("/api/v1/frameworks/esrs-1999").then().statusCode(404);
    login
        .admin()
        .get("/api/v1/frameworks/esrs-2023/crosswalks/gri-302-305-2016")
        .then()
        .statusCode(404)
        .body("errors", hasSize(0));
  }
}
