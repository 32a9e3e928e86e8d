package com.offgridflow.emission.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How fast activities become stored emissions, and how fast a request is answered. A short run as a
 * test of the way; the whole measurement of bench/README.md is {@code ./mvnw test
 * -Dtest=EstimateSpeedTest -Dspeed.activities=1000000}, which also holds the limits.
 */
@QuarkusTest
class EstimateSpeedTest {
  private static final int ACTIVITIES = Integer.getInteger("speed.activities", 20_000);
  private static final boolean MEASURING = ACTIVITIES >= 1_000_000;

  private static final String PATH = "/api/v1/estimates";

  /** A mix of cloud use, electricity and gas over the days of a month, in several places. */
  private static final String FILL =
      """
      insert into activity (tenant_id, source, record_key, content_digest, kind, subject, quantity,
        unit, period_start, period_end, supplier, region, postcode, country, facility, account,
        service, cost, currency, run_id, evidence_object, evidence_digest, locator, lines)
      select ?, 'speed', 'r' || i, sha256(i::text::bytea), m.kind, coalesce(m.subject,
        (array['m5.large', 'c5.xlarge', 't3.medium', 'r6g.2xlarge', 'm6i.4xlarge'])[1 + i / 10 % 5]),
        i % 997 + 0.25, m.unit, day, day + interval '1 day', m.supplier, m.region, '', m.country, '',
        'a' || i % 50, 's' || i % 10, i % 100 + 0.01, 'USD', ?, 'file', '', 'line ' || i, 1
      from generate_series(1, ?) i
      cross join lateral (select timestamptz '2025-09-01Z' + i / 100 % 30 * interval '1 day' as day) d
      join (values (0, 'cloud.compute', null, 'vCPU-h', 'aws', 'us-east-1', ''),
        (1, 'cloud.compute', null, 'vCPU-h', 'aws', 'eu-central-1', ''),
        (2, 'cloud.compute', null, 'vCPU-h', 'aws', 'eu-west-1', ''),
        (3, 'cloud.compute', null, 'vCPU-h', 'aws', 'us-west-2', ''),
        (4, 'cloud.memory', '', 'GB-h', 'aws', 'us-east-1', ''),
        (5, 'cloud.storage.ssd', 'ebs', 'GB-month', 'aws', 'eu-central-1', ''),
        (6, 'cloud.storage.hdd', 's3', 'GB-month', 'aws', 'us-east-1', ''),
        (7, 'cloud.network', '', 'GB', 'aws', 'eu-west-1', ''),
        (8, 'electricity', '', 'kWh', '', '', 'DE'),
        (9, 'stationary-combustion', 'natural-gas', 'mmBtu', '', '', 'US'))
        m (n, kind, subject, unit, supplier, region, country) on m.n = i % 10""";

  private final HttpClient client = HttpClient.newHttpClient();

  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject TestLogin login;

  @Test
  void shouldStoreTheEmissionsOfEveryActivity() {
    String tenant = sandbox.tenant();
    Long run =
        sandbox
            .owner()
            .queryForObject(
                "insert into run (tenant_id, source, delivery, state) values (?, 'speed', 'd', 'done')"
                    + " returning run_id",
                Long.class,
                tenant);
    sandbox.owner().update(FILL, tenant, run, ACTIVITIES);
    sandbox.owner().execute("analyze activity");

    long start = System.nanoTime();
    assertThat(worker.run(tenant, JobRequest.estimate("speed")).succeeded()).isTrue();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(
            sandbox.count(tenant, "select count(distinct activity_id) from emission where counted"))
        .isEqualTo(ACTIVITIES);
    assertThat(sandbox.count(tenant, "select count(*) from run where estimated_at is null"))
        .isZero();
    if (MEASURING) {
      System.out.printf("%,d activities stored in %.1f s%n", ACTIVITIES, taken.toMillis() / 1e3);
      assertThat(taken).isLessThan(Duration.ofSeconds(40));
    }
  }

  @Test
  void shouldAnswerARequestOfAThousandActivities() throws Exception {
    String body =
        IntStream.range(0, 1000)
            .mapToObj(EstimateSpeedTest::activity)
            .collect(Collectors.joining(",", "[", "]"));
    long[] millis = new long[MEASURING ? 60 : 3];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = post(body);
    }
    if (MEASURING) {
      long[] warm = Arrays.copyOfRange(millis, 30, 60);
      Arrays.sort(warm);
      System.out.printf(
          "1,000 activities by POST: median %d ms, cold %d ms%n", warm[15], millis[0]);
      assertThat(warm[15]).isLessThan(100);
    }
  }

  private long post(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + PATH))
            .header("Cookie", "hub_console=" + login.token("admin"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    long start = System.nanoTime();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().length).isGreaterThan(100_000);
    return millis;
  }

  private static String activity(int i) {
    String[] types = {"m5.large", "c5.xlarge", "t3.medium", "r6g.2xlarge"};
    return """
        {"kind": "cloud.compute", "subject": "%s", "quantity": %d.5, "unit": "vCPU-h",
         "supplier": "aws", "region": "eu-central-1", "period_start": "2025-09-%02dT00:00:00Z",
         "period_end": "2025-10-01T00:00:00Z"}"""
        .formatted(types[i % 4], i, 1 + i % 30);
  }
}
