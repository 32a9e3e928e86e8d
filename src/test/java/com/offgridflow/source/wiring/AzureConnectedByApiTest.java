package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.ConnectionCalls.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Azure's figures by a client whose secret was entered by HTTP. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AzureConnectedByApiTest extends AzureReportServers {
  @Inject ConnectionCalls calls;
  @Inject TestWorker worker;
  @Inject Sandbox sandbox;

  @Test
  void shouldReadWithAClientThatWasEnteredByApi() {
    Map<String, String> settings =
        Map.of(
            "subscriptions", SUBSCRIPTIONS.get(0),
            "months", "1",
            "endpoint", azure.endpoint(),
            "token_endpoint", entra.endpoint());
    String tenant = sandbox.tenant();

    calls
        .put(tenant, "microsoft", body("azure-carbon", settings, EntraDouble.CREDENTIALS))
        .statusCode(200);
    calls.post(tenant, "/microsoft/sync").statusCode(202);
    worker.drain();

    calls.get(tenant, "/microsoft").body("last_sync.state", is("succeeded"));
    // the double's month has a resource type in three scopes and another in one
    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(4);
  }
}
