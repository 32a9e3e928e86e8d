package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.S3Proxy.Fault;
import com.offgridflow.upstream.wiring.Figures;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import javax.management.JMException;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Syncs from S3 that are not allowed to read, and what nobody may read. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class S3AccessSyncTest extends S3Bills {
  @Inject CamelContext camel;

  @Test
  void shouldSayWhatABucketThatRefusesNeeds() {
    String tenant = tenant("utility-csv", "denied");
    proxy.fault("/bills", Fault.DENIED);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause())
        .contains("connection bills", "bucket bills", "s3:ListBucket", "s3:GetObject")
        .doesNotContain("software.amazon", SECRET);
  }

  @Test
  void shouldReadTheOthersWhenOneObjectIsDenied() {
    for (int i = 1; i <= 5; i++) {
      put("five/" + i + ".csv", bill(10 + i, Integer.toString(i)));
    }
    String tenant = tenant("utility-csv", "five");
    proxy.fault("five/3.csv", Fault.DENIED);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(quantities(tenant)).containsExactly("1", "2", "4", "5");
    assertThat(syncs.rejections(tenant))
        .singleElement()
        .asString()
        .startsWith("ACCESS_DENIED | five/3.csv | ")
        .contains("s3:GetObject on arn:aws:s3:::bills/*");
  }

  @ParameterizedTest
  @EnumSource(names = {"REVOKED", "EXPIRED"})
  void shouldParkAndMarkAConnectionWhoseCredentialsAreRefused(Fault fault) {
    String prefix = "refused-" + fault;
    for (int i = 1; i <= 5; i++) {
      put(prefix + "/" + i + ".csv", bill(20 + i, Integer.toString(i)));
    }
    String tenant = tenant("utility-csv", "" + prefix);
    proxy.fault(prefix + "/3.csv", fault);
    int before = proxy.requests().size();
    double parked = Figures.sum("hub_jobs_credentials_refused");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(Figures.sum("hub_jobs_credentials_refused")).isEqualTo(parked + 1);
    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause())
        .contains("connection bills", "credentials are refused", "access_key_id")
        .doesNotContain(SECRET, CREDENTIALS.get("access_key_id"));
    assertThat(proxy.requests().subList(before, proxy.requests().size()))
        .filteredOn(uri -> uri.contains("/" + prefix + "/3.csv"))
        .as("asked once with a key that is refused")
        .hasSize(1);
    assertThat(proxy.requests().subList(before, proxy.requests().size()))
        .noneMatch(uri -> uri.contains("/" + prefix + "/4.csv"));
    assertThat(quantities(tenant)).containsExactly("1", "2");
    String mark = "select coalesce(credential_problem, 'none') from connection where tenant_id = ?";
    assertThat(syncs.texts(tenant, mark)).singleElement().asString().contains("secret_access_key");

    proxy.fault("", Fault.NONE);
    syncs.sync(tenant);

    assertThat(syncs.texts(tenant, mark)).containsExactly("none");
    assertThat(Figures.sum("hub_jobs_credentials_refused")).isEqualTo(parked);
    assertThat(quantities(tenant)).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void shouldKeepCredentialsOutOfUrisLogsAndJmx() throws JMException {
    Leaks leaks = new Leaks(SECRET, CREDENTIALS.get("access_key_id"));
    String tenant = tenant("utility-csv", "secret");
    put("secret/a.csv", bill(1, "5"));

    leaks.during(
        () -> {
          syncs.sync(tenant);
          for (Fault fault : List.of(Fault.DENIED, Fault.REVOKED, Fault.CUT, Fault.BUSY)) {
            proxy.fault("/bills", fault);
            syncs.sync(tenant);
          }
        });

    leaks.check(camel);
    assertThat(syncs.stored(tenant)).hasSizeGreaterThan(4);
    leaks.check(syncs.stored(tenant));
  }

  @Test
  void shouldSayThatABucketIsNotThere() {
    Syncs.Done done = syncs.sync(tenantAt("utility-csv", "s3://bilsl/x"));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("no bucket bilsl").doesNotContain("software.amazon");
  }
}
