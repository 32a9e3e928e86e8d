package com.offgridflow.problem.wiring;

import static org.hamcrest.Matchers.is;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(HubTestResource.class)
class PageLimitApiTest {
  @Inject TestLogin login;
  @Inject Sandbox sandbox;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs",
        "rejections",
        "instruments",
        "cbam/goods",
        "factor-editions",
        "factor-editions/1/changes",
        "delivery-targets/x/deliveries",
        "delivery-targets/x/links"
      })
  void shouldRefuseALimitThatIsNoPage(String list) {
    login
        .admin()
        .get("/api/v1/tenants/{tenant}/" + list + "?limit=1001", sandbox.tenant())
        .then()
        .statusCode(400)
        .body("errors[0].field", is("limit"))
        .body("errors[0].value", is("1001"))
        .body("errors[0].message", is("should be from 1 to 1000"));
  }
}
