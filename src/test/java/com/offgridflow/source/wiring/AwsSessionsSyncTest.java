package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.S3Proxy.Fault;
import com.offgridflow.source.wiring.SigV4.Keys;
import com.offgridflow.upstream.wiring.Figures;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which credentials a connection reads from S3, and what is said when they are no good. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AwsSessionsSyncTest {
  private static S3Server server;
  private static S3Proxy proxy;

  private StsDouble sts;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;
  @Inject CamelContext camel;

  @BeforeAll
  static void startServer() throws IOException {
    server = new S3Server("bills");
    proxy = new S3Proxy(server.port());
    String bill =
        """
        account,kind,quantity,unit,period_start,period_end,country,invoice
        E-1,electricity,5,kWh,2024-09-01,2024-09-30,DE,INV-1
        """;
    server.put("bills/a/a.csv", bill.getBytes(StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    proxy.close();
    server.close();
  }

  @BeforeEach
  void startSts() throws IOException {
    sts = new StsDouble("eu-central-1");
    proxy.callers().clear();
  }

  @AfterEach
  void shouldHaveAskedAsTheReferenceHasIt() {
    proxy.fault("", Fault.NONE);
    sts.close();
    assertThat(sts.problems()).isEmpty();
  }

  private String tenant(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("location", "s3://bills/a");
    settings.put("endpoint", proxy.endpoint());
    settings.put("sts_endpoint", sts.endpoint());
    settings.put("region", "eu-central-1");
    String tenant = syncs.tenant("utility-csv", settings);
    secrets.store(tenant, "bills", StsDouble.HUB.asSecret());
    return tenant;
  }

  private String assuming() {
    return tenant(Map.of("role_arn", StsDouble.ROLE, "external_id", StsDouble.EXTERNAL_ID));
  }

  @Test
  void shouldReadByTheKeysOfTheSecret() {
    assertThat(syncs.sync(tenant(Map.of())).state().succeeded()).isTrue();

    assertThat(proxy.callers()).containsOnly("AKIAIOSFODNN7EXAMPLE");
    assertThat(sts.sessionNames()).isEmpty();
  }

  @Test
  void shouldReadByTheSessionOfAGivenToken() {
    String tenant = tenant(Map.of());
    Map<String, String> secret = new HashMap<>(StsDouble.HUB.asSecret());
    secret.put("session_token", "given");
    secrets.store(tenant, "bills", secret);

    syncs.sync(tenant);

    assertThat(proxy.callers()).containsOnly("AKIAIOSFODNN7EXAMPLE given");
  }

  @Test
  void shouldReadByTheRoleThatItAssumesAndKeepItsSession() {
    String tenant = assuming();

    Syncs.Done done = syncs.sync(tenant);
    syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(proxy.callers()).containsOnly("ASIAEXAMPLE1 token-1");
    assertThat(sts.sessionNames()).containsExactly("hub-bills");
    String account = URI.create(sts.endpoint()).getAuthority() + "/" + tenant;
    assertThat(Figures.requests("sts", account, "2xx")).isEqualTo(1);
  }

  // the SDK counts a session as over a minute before its end
  @Test
  void shouldRenewASessionBeforeItExpires() {
    sts.issue(new Keys("ASIAEXAMPLE1", "secretOfSession1", "token-1"), 50);
    String tenant = assuming();
    syncs.sync(tenant);
    proxy.callers().clear();

    sts.issue(new Keys("ASIAEXAMPLE2", "secretOfSession2", "token-2"), 3600);
    Syncs.Done again = syncs.sync(tenant);

    assertThat(again.state().succeeded()).as(again.cause()).isTrue();
    assertThat(proxy.callers()).containsOnly("ASIAEXAMPLE2 token-2");
  }

  @Test
  void shouldSayThatARoleCannotBeAssumed() {
    String tenant = tenant(Map.of("role_arn", StsDouble.ROLE, "external_id", "another"));

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause())
        .contains(StsDouble.ROLE, "cannot be assumed (AccessDenied)", "external_id")
        .doesNotContain("software.amazon");
  }

  @ParameterizedTest
  @CsvSource({"InvalidClientTokenId, does not know them", "ExpiredTokenException, have expired"})
  void shouldSayThatItsOwnCredentialsAreNoGoodForTheRole(String code, String reason) {
    sts.refuse(code);

    Syncs.Done done = syncs.sync(assuming());

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains(code, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED, have expired",
    "REVOKED, refused (InvalidAccessKeyId): AWS does not know them"
  })
  void shouldSayThatCredentialsAreNoGoodAnyMore(Fault fault, String reason) {
    proxy.fault("/bills", fault);

    Syncs.Done done = syncs.sync(tenant(Map.of()));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("connection bills", reason).doesNotContain("software.amazon");
  }

  @ParameterizedTest
  @CsvSource({
    "role/hub, x1, role_arn is 'role/hub'",
    "arn:aws:iam::111122223333:role/hub, '', external_id is ''"
  })
  void shouldSayWhatARoleNeeds(String arn, String externalId, String expected) {
    Syncs.Done done = syncs.sync(tenant(Map.of("role_arn", arn, "external_id", externalId)));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains(expected, "like ");
    assertThat(sts.sessionNames()).isEmpty();
  }

  @Test
  void shouldKeepSessionsOutOfUrisLogsJmxAndErrors() throws Exception {
    Leaks leaks = new Leaks(StsDouble.HUB.secret(), "secretOfSession1", "token-1", "ASIAEXAMPLE1");
    String tenant = assuming();

    leaks.during(
        () -> {
          syncs.sync(tenant);
          proxy.fault("/bills", Fault.EXPIRED);
          syncs.sync(tenant);
        });

    leaks.check(camel);
    leaks.check(syncs.texts(tenant, "select to_jsonb(j)::text from job j where tenant_id = ?"));
  }
}
