package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.ConnectionCalls.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** BigQuery by a service account's key file that was entered by HTTP as it is. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class GcpConnectedByApiTest extends GcpBills {
  @Inject ConnectionCalls calls;
  @Inject TestWorker worker;
  @Inject Sandbox sandbox;
  private String tenant;
  private Map<String, String> settings;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    settings =
        Map.of("tables", TABLE, "location", BigQueryDouble.LOCATION, "endpoint", google.endpoint());
  }

  @Test
  void shouldReadWithAKeyThatWasEnteredByApi() {
    exported(TABLE, core(), core());
    calls
        .put(tenant, "google", body("gcp-billing", settings, tokens.secret()))
        .statusCode(200)
        .body("toString()", not(containsString("PRIVATE KEY")));

    calls.post(tenant, "/google/sync").statusCode(202);
    worker.drain();

    calls.get(tenant, "/google").body("last_sync.state", is("succeeded"));
    // two times 7200 s
    assertThat(
            syncs.texts(
                tenant,
                "select trim_scale(quantity) || ' ' || unit from activity where tenant_id = ?"))
        .containsExactly("4 vCPU-h");
  }

  @Test
  void shouldSendNoKeyToAServerThatIsNotGoogles() {
    Map<String, String> elsewhere = new HashMap<>(tokens.secret());
    elsewhere.put("token_uri", "https://evil.example/token");

    calls
        .put(tenant, "google", body("gcp-billing", settings, elsewhere))
        .statusCode(400)
        .body("errors.field", contains("/secret"))
        .body("errors[0].message", containsString("oauth2.googleapis.com"));
  }
}
