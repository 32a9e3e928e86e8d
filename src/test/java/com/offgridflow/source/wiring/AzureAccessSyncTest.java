package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which credentials a connection reads from Blob Storage, and when it may not. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AzureAccessSyncTest extends AzureBills {
  @Inject CamelContext camel;

  @Test
  void shouldReadGzipAndParquetByAnyCredential() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(lines("3"));
    }
    run("gz", gzip.toByteArray(), "part_0_0001.csv.gz", "AmortizedCost", 1);
    Path csv = Files.write(Samples.directory().resolve("a.csv"), lines("4"));
    Path parquet = csv.resolveSibling("a.parquet");
    Samples.duckDb(
        "copy (select * from read_csv('%s', all_varchar=true)) to '%s' (format parquet)"
            .formatted(csv, parquet));
    run("pq", Files.readAllBytes(parquet), "part_0_0001.parquet", "AmortizedCost", 1);
    String bySas =
        tenant(
            "gz", Map.of("sas_token", server.orElseThrow().sas(OffsetDateTime.now().plusHours(1))));
    String byToken = tenant("pq", EntraDouble.CREDENTIALS);
    entra.issue("blob-token", 3599);
    proxy.accept("blob-token");

    Syncs.Done sas = syncs.sync(bySas);
    Syncs.Done token = syncs.sync(byToken);

    assertThat(sas.state().succeeded()).as(sas.cause()).isTrue();
    assertThat(token.state().succeeded()).as(token.cause()).isTrue();
    assertThat(quantities(bySas)).containsExactly("3");
    assertThat(quantities(byToken)).containsExactly("4");
    assertThat(entra.scopes()).contains("https://storage.azure.com/.default");
  }

  // a token of a second runs out before the next sync, one of an hour is revoked before that
  @ParameterizedTest
  @CsvSource({"runs-out, 1", "revoked, 3599"})
  void shouldFetchANewTokenWhenTheOldOneIsNotGoodAnyMore(String name, int seconds) {
    run(name, lines("1"), "part_0_0001.csv", "AmortizedCost", 1);
    String tenant = tenant(name, EntraDouble.CREDENTIALS);
    entra.issue("old-" + name, seconds);
    proxy.accept("old-" + name);
    syncs.sync(tenant);

    entra.issue("new-" + name, 3599);
    proxy.accept("new-" + name);
    Syncs.Done again = syncs.sync(tenant);

    assertThat(again.state().succeeded()).as(again.cause()).isTrue();
    assertThat(syncs.tally(tenant, again)).containsEntry("unchanged", "1");
  }

  @Test
  void shouldSayThatAClientSecretHasExpired() {
    String tenant = tenant("expired", EntraDouble.CREDENTIALS);
    entra.expire();

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause())
        .contains("refuses the credentials (invalid_client)", "client_secret")
        .doesNotContain(EntraDouble.CREDENTIALS.get("client_secret"));
  }

  @Test
  void shouldSayThatASignatureHasExpired() {
    run("late", lines("1"), "part_0_0001.csv", "AmortizedCost", 1);
    String sas = server.orElseThrow().sas(OffsetDateTime.now().minusMinutes(5));

    Syncs.Done done = syncs.sync(tenant("late", Map.of("sas_token", sas)));

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause())
        .contains("credentials are refused", "Storage Blob Data Reader", "container costs")
        .doesNotContain("sig=", "com.azure");
  }

  @Test
  void shouldSayThatThereIsNoContainer() {
    String location = "azure://" + AzuriteServer.ACCOUNT + "/nowhere/x";
    String tenant =
        syncs.tenant("azure-cost", Map.of("location", location, "endpoint", proxy.endpoint()));
    secrets.store(tenant, "bills", Map.of("account_key", AzuriteServer.KEY));

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().name()).isEqualTo("parked");
    assertThat(done.cause()).contains("no such container").doesNotContain("com.azure");
  }

  @Test
  void shouldKeepCredentialsOutOfUrisLogsJmxAndErrors() throws Exception {
    run("hidden", lines("1"), "part_0_0001.csv", "AmortizedCost", 1);
    String sas = server.orElseThrow().sas(OffsetDateTime.now().plusHours(1));
    String bySas = tenant("hidden", Map.of("sas_token", sas));
    String byKey = tenant("hidden");
    String byToken = tenant("hidden", EntraDouble.CREDENTIALS);
    entra.issue("hidden-token", 3599);
    proxy.accept("another");
    Leaks leaks =
        new Leaks(
            sas.substring(sas.indexOf("sig=")),
            AzuriteServer.KEY,
            EntraDouble.CREDENTIALS.get("client_secret"),
            "hidden-token");

    leaks.during(
        () -> {
          for (String tenant : List.of(bySas, byKey, byToken)) {
            syncs.sync(tenant);
          }
        });

    leaks.check(camel);
    for (String tenant : List.of(bySas, byKey, byToken)) {
      leaks.check(syncs.stored(tenant));
    }
  }
}
