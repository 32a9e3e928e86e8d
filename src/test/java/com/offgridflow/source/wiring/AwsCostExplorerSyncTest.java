package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.SigV4.Keys;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs and use against a double of AWS Cost Explorer. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AwsCostExplorerSyncTest {
  private static final String ACTIVITIES =
      """
      select concat_ws(' | ', kind, subject, trim_scale(quantity), unit, region, service,
        coalesce(trim_scale(cost)::text, '-'), lines)
      from activity where tenant_id = ? and superseded_at is null order by kind, subject\
      """;

  private CostExplorerDouble aws;
  private StsDouble sts;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;
  @Inject CamelContext camel;
  @Inject Clock clock;

  @BeforeEach
  void startServers() throws IOException {
    aws = new CostExplorerDouble();
    sts = new StsDouble("us-east-1");
  }

  @AfterEach
  void shouldHaveAskedAsTheReferenceHasIt() {
    aws.close();
    sts.close();
    assertThat(aws.problems()).isEmpty();
    assertThat(sts.problems()).isEmpty();
  }

  private String tenant(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(Map.of("months", "1"));
    settings.putAll(more);
    settings.put("endpoint", aws.endpoint());
    String tenant = syncs.tenant("aws-cost-explorer", settings);
    secrets.store(tenant, "bills", StsDouble.HUB.asSecret());
    return tenant;
  }

  private String synced() {
    String tenant = tenant(Map.of());
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    return tenant;
  }

  // 2 h x (2 vCPU, 8 GiB) of an m5.large; data sent is cloud.network; support has no region
  @Test
  void shouldTellWhatWasUsedByTheRulesOfTheReports() {
    String tenant = synced();

    assertThat(syncs.texts(tenant, ACTIVITIES))
        .containsExactly(
            "cloud.compute | m5.large | 4 | vCPU-h | eu-central-1 | AmazonEC2 | 0.23 | 1",
            "cloud.memory | m5.large | 16 | GiB-h | eu-central-1 | AmazonEC2 | - | 0",
            "cloud.network |  | 5 | GiB | eu-central-1 | AmazonEC2 | 0.25 | 1",
            "cloud.other | Dollar | 1.5 | USD |  | AWS Support (Business) | 1.5 | 1");
    assertThat(
            syncs.texts(
                tenant,
                "select reason || ' ' || trim_scale(cost) || ' ' || currency from not_usage where"
                    + " tenant_id = ?"))
        .containsExactly("tax 7 USD");
    assertThat(syncs.lines(tenant)).containsExactly("4 3 1 0");
  }

  @Test
  void shouldAskForAWholeMonthInUtcRegionByRegion() {
    synced();

    YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    assertThat(aws.questions())
        .allSatisfy(
            question ->
                assertThat(question.path("TimePeriod").toString())
                    .isEqualTo(
                        "{\"Start\":\"%s\",\"End\":\"%s\"}"
                            .formatted(month.atDay(1), month.plusMonths(1).atDay(1))));
    assertThat(aws.questions().stream().map(q -> q.path("NextPageToken").asText("-")))
        .containsExactly("-", "-", "-", "page-2", "-");
  }

  @Test
  void shouldSupersedeWhatAMonthAskedForAgainChanges() {
    String tenant = synced();
    aws.hours("3");

    syncs.sync(tenant);
    Syncs.Done third = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, third)).containsEntry("unchanged", "1");
    assertThat(syncs.texts(tenant, ACTIVITIES))
        .contains("cloud.compute | m5.large | 6 | vCPU-h | eu-central-1 | AmazonEC2 | 0.23 | 1")
        .hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"ThrottlingException", "LimitExceededException"})
  void shouldWaitWhenItIsAskedTooOften(String code) {
    aws.fail(2, code);
    long start = System.nanoTime();

    String tenant = synced();

    // 1 s after the first, 2 s after the second
    assertThat(System.nanoTime() - start).isGreaterThan(3_000_000_000L);
    assertThat(syncs.texts(tenant, ACTIVITIES)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, ce:GetCostAndUsage",
    "ExpiredTokenException, have expired",
    "UnrecognizedClientException, does not know them",
    "DataUnavailableException, DataUnavailableException"
  })
  void shouldSayWhatHasToBeChanged(String code, String expected) {
    aws.fail(1, code);

    Syncs.Done done = syncs.sync(tenant(Map.of()));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("connection bills", expected);
  }

  @Test
  void shouldAskAgainLaterWhenTheFiguresDoNotAddUp() {
    aws.total("0.9");
    String tenant = tenant(Map.of());

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().waitingAfterFailure()).isTrue();
    assertThat(done.cause()).contains("costs 2.4 by region and 1.98 by usage type");
    assertThat(syncs.texts(tenant, ACTIVITIES)).isEmpty();
  }

  @Test
  void shouldAskAsTheRoleThatItAssumes() {
    aws.accept(new Keys("ASIAEXAMPLE1", "secretOfSession1", "token-1"));
    String tenant =
        tenant(
            Map.of(
                "role_arn", StsDouble.ROLE,
                "external_id", StsDouble.EXTERNAL_ID,
                "sts_endpoint", sts.endpoint()));

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(sts.sessionNames()).containsExactly("hub-bills");
  }

  @ParameterizedTest
  @CsvSource({
    "accounts, everything, like 111122223333",
    "months, 13, from 1 to 12",
    "endpoint, http://169.254.169.254/, source.trusted-hosts"
  })
  void shouldRefuseSettingsThatMakeNoSense(String setting, String value, String expected) {
    Map<String, String> settings = new HashMap<>(Map.of("endpoint", aws.endpoint()));
    settings.put(setting, value);
    String tenant = syncs.tenant("aws-cost-explorer", settings);
    secrets.store(tenant, "bills", StsDouble.HUB.asSecret());

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains(value, expected);
    assertThat(aws.questions()).isEmpty();
  }

  @Test
  void shouldLeaveOutAccountsThatAreNotWanted() {
    Syncs.Done done = syncs.sync(tenant(Map.of("accounts", "444455556666")));

    assertThat(done.state().succeeded()).isTrue();
    assertThat(aws.questions()).hasSize(1);
  }

  @Test
  void shouldKeepCredentialsOutOfUrisLogsJmxAndErrors() throws Exception {
    Leaks leaks = new Leaks(StsDouble.HUB.secret(), StsDouble.HUB.accessKeyId());
    String tenant = tenant(Map.of());

    leaks.during(
        () -> {
          syncs.sync(tenant);
          aws.fail(1, "AccessDeniedException");
          syncs.sync(tenant);
        });

    leaks.check(camel);
    leaks.check(
        List.of(
            syncs
                .texts(tenant, "select to_jsonb(j)::text from job j where tenant_id = ?")
                .toString()));
  }
}
