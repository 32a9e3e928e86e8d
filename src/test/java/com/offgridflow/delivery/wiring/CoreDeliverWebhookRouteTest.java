package com.offgridflow.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.job.JobState;
import com.offgridflow.source.wiring.Leaks;
import com.offgridflow.upstream.wiring.Figures;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoreDeliverWebhookRouteTest {
  private static final String KEY = "c2lnbmluZy1zZWNyZXQtb2YtMzItYnl0ZXMtbGVuZ3Ro";

  @Inject Deliveries deliveries;
  @Inject Sandbox sandbox;
  @Inject CamelContext camel;
  private HookDouble hook;
  private String tenant;

  @BeforeEach
  void begin() throws Exception {
    hook = new HookDouble();
    tenant = deliveries.tenant();
  }

  @AfterEach
  void end() {
    hook.close();
  }

  private void listen(String url) {
    deliveries
        .put(
            tenant,
            "hook",
            Map.of(
                "kind", "webhook",
                "renderings", List.of("pdf"),
                "settings", Map.of("url", url),
                "secret", Map.of("signing_secret", "whsec_" + KEY)))
        .statusCode(200);
  }

  private void listen() {
    listen("http://localhost:" + hook.port() + "/hooks/reports?code=in-the-url");
  }

  private JobState deliver() {
    return deliveries.delivery(tenant, "hook", deliveries.report(tenant));
  }

  private static String header(HookDouble.Call call, String name) {
    return call.headers().getFirst(name);
  }

  /** As a receiver checks it: HMAC-SHA-256 of id.timestamp.body, by the decoded secret. */
  @Test
  void shouldSignWhatItSends() throws Exception {
    listen();

    assertThat(deliver().succeeded()).isTrue();

    HookDouble.Call call = hook.calls.get(0);
    assertThat(call.path()).isEqualTo("/hooks/reports?code=in-the-url");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
    mac.update(
        (header(call, "Webhook-Id") + "." + header(call, "Webhook-Timestamp") + ".").getBytes());
    assertThat(header(call, "Webhook-Signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(call.body())));
    assertThat(Long.parseLong(header(call, "Webhook-Timestamp")))
        .isCloseTo(Instant.now().getEpochSecond(), within(60L));
    assertThat(header(call, "Content-Type")).isEqualTo("application/json");
  }

  @Test
  void shouldSayWhichReportIsReadyAndWhereToGetIt() throws Exception {
    listen();

    String report = deliveries.report(tenant);

    JsonNode event = new ObjectMapper().readTree(hook.calls.get(0).body());
    byte[] pdf = deliveries.rendering(tenant, report, "pdf");
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    assertThat(event.at("/type").asText()).isEqualTo("report.ready");
    assertThat(event.at("/data/report").asText()).isEqualTo(report);
    assertThat(event.at("/data/period_last_day").asText()).isEqualTo("2024-12-31");
    assertThat(event.at("/data/renderings/0/bytes").asInt()).isEqualTo(pdf.length);
    assertThat(event.at("/data/renderings/0/sha256").asText()).isEqualTo(digest);
    assertThat(event.at("/data/renderings/0/url").asText())
        .startsWith("https://hub.example.com/d/k1.");
  }

  @Test
  void shouldParkWhatTheReceiverRefuses() {
    hook.status = 403;
    listen();

    JobState job = deliver();

    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause())
        .contains("/hooks/reports answered 403")
        .doesNotContain("in-the-url", HookDouble.ANSWER);
  }

  @Test
  void shouldTryAgainUnderTheSameIdWhenTheReceiverFails() {
    hook.status = 500;
    listen();
    JobState failed = deliver();
    assertThat(failed.waitingAfterFailure()).isTrue();
    assertThat(deliveries.receipts(tenant)).isEmpty();

    hook.status = 200;
    deliveries.later(tenant);
    deliveries.again(tenant);

    assertThat(hook.calls).as("a failure, a success, and nothing after that").hasSize(2);
    assertThat(header(hook.calls.get(1), "Webhook-Id"))
        .isEqualTo(header(hook.calls.get(0), "Webhook-Id"))
        .startsWith("msg_");
  }

  @Test
  void shouldWaitAsLongAsTheReceiverAsks() {
    hook.status = 429;
    hook.headers = Map.of("Retry-After", "7200");
    listen();

    JobState job = deliver();

    assertThat(job.waitingAfterFailure()).isTrue();
    Object seconds =
        sandbox
            .row(
                tenant,
                "select extract(epoch from run_at - now())::int as s from job where kind = 'deliver-webhook'")
            .get("s");
    assertThat((Integer) seconds).isBetween(7100, 7200);
  }

  @Test
  void shouldNotCallAReceiverBeforeTheTimeThatItAskedFor() {
    hook.status = 429;
    hook.headers = Map.of("Retry-After", "7200");
    listen();
    String report = deliveries.report(tenant);

    deliveries.later(tenant);

    assertThat(hook.calls).hasSize(1);
    JobState job = deliveries.delivery(tenant, "hook", report);
    assertThat(job.waitingAfterFailure()).isTrue();
    assertThat(job.cause()).contains("webhook (" + tenant + "/hook) asks to wait 7");
    assertThat(job.attempts()).as("a postponement is no attempt").isEqualTo(1);
    assertThat(Figures.requests("webhook", tenant + "/hook", "throttled")).isEqualTo(1);
  }

  @Test
  void shouldFollowNoRedirect() throws Exception {
    try (HookDouble other = new HookDouble()) {
      hook.status = 302;
      hook.headers = Map.of("Location", "http://localhost:" + other.port() + "/");
      listen();

      JobState job = deliver();

      assertThat(job.name()).isEqualTo("parked");
      assertThat(job.cause()).contains("answered 302", "redirects are not followed");
      assertThat(other.calls).isEmpty();
    }
  }

  @Test
  void shouldCallNobodyInTheHubsOwnNetwork() {
    listen("https://127.0.0.1:" + hook.port() + "/");

    JobState job = deliver();

    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause()).contains("host 127.0.0.1 is not called", "delivery.trusted-hosts");
    assertThat(hook.calls).isEmpty();
  }

  @Test
  void shouldNeedHttps() {
    listen("http://example.com/hook");

    assertThat(deliver().cause()).contains("https is needed");
  }

  @Test
  void shouldTryAgainWhenNobodyAnswers() {
    listen();
    hook.close();

    assertThat(deliver().waitingAfterFailure()).isTrue();
    assertThat(Figures.requests("webhook", tenant + "/hook", "no-answer")).isEqualTo(1);
  }

  @Test
  void shouldLogNeitherSecretNorAnswer() throws Exception {
    hook.status = 400;
    Leaks leaks = new Leaks(KEY, HookDouble.ANSWER, "/d/k1.");
    leaks.during(
        () -> {
          listen();
          deliver();
        });

    leaks.check(camel);
  }
}
