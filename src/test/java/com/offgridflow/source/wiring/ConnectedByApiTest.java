package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.ConnectionCalls.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.source.wiring.S3Proxy.Fault;
import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** From nothing to activities by HTTP alone, with static keys. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class ConnectedByApiTest extends S3Bills {
  @Inject ConnectionCalls calls;
  @Inject TestWorker worker;
  @Inject Sandbox sandbox;
  @Inject CamelContext camel;

  private static Map<String, Object> bucket(String prefix, Map<String, String> secret) {
    Map<String, String> settings =
        Map.of("location", "s3://bills/" + prefix, "endpoint", proxy.endpoint());
    return body("utility-csv", settings, secret);
  }

  @Test
  void shouldSyncABucketWithKeysThatWereEnteredByApi() {
    put("by-api/1.csv", bill(1, "7"));
    String tenant = sandbox.tenant();

    calls.put(tenant, "bills", bucket("by-api", CREDENTIALS)).statusCode(200);
    calls.post(tenant, "/bills/sync").statusCode(202);
    worker.drain();

    calls.get(tenant, "/bills").body("last_sync.state", is("succeeded"));
    assertThat(quantities(tenant)).containsExactly("7");
  }

  @Test
  void shouldReadAgainWithNewKeysWhenTheOldOnesWereRefused() {
    put("rotated/1.csv", bill(1, "8"));
    String tenant = sandbox.tenant();
    calls.put(tenant, "bills", bucket("rotated", CREDENTIALS));
    proxy.fault("/bills", Fault.REVOKED);
    calls.post(tenant, "/bills/sync");
    worker.drain();
    calls.get(tenant, "/bills").body("last_sync.state", is("parked"));

    proxy.fault("", Fault.NONE);
    Map<String, String> rotated =
        Map.of("access_key_id", "AKIAROTATED", "secret_access_key", SECRET);
    calls.put(tenant, "bills", bucket("rotated", rotated)).body("credential_problem", nullValue());
    calls.post(tenant, "/bills/sync");
    worker.drain();

    assertThat(quantities(tenant)).containsExactly("8");
  }

  @Test
  void shouldKeepWhatWasEnteredOutOfAnswersLogsAndJmx() throws JMException {
    put("quiet/1.csv", bill(1, "9"));
    String tenant = sandbox.tenant();
    Leaks leaks = new Leaks(SECRET, CREDENTIALS.get("access_key_id"));
    StringBuilder answers = new StringBuilder();

    leaks.during(
        () -> {
          answers.append(
              calls.put(tenant, "bills", bucket("quiet", CREDENTIALS)).extract().asString());
          Map<String, Object> wrong = bucket("quiet", CREDENTIALS);
          wrong.put("cron", "nightly");
          answers.append(calls.put(tenant, "bills", wrong).extract().asString());
          answers.append(calls.post(tenant, "/bills/sync").extract().asString());
          worker.drain();
          answers.append(calls.get(tenant, "/bills").extract().asString());
          answers.append(calls.get(tenant, "").extract().asString());
        });

    leaks.check(camel);
    leaks.check(syncs.stored(tenant));
    leaks.check(List.of(answers.toString()));
    assertThat(quantities(tenant)).containsExactly("9");
  }
}
