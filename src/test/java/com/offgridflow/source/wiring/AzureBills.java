package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.offgridflow.source.wiring.BlobProxy.Fault;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Exports of Azure at Microsoft's emulator, behind a proxy that misbehaves when asked. */
abstract class AzureBills {
  static final String CONTAINER = "costs";
  static final String RUN = "20240901-20240930/0a1b2c3d-1111-4222-8333-444455556666/";
  static final String HEADER =
      "ChargeType,Date,SubscriptionId,MeterCategory,MeterSubCategory,MeterName,Quantity,"
          + "UnitOfMeasure,CostInBillingCurrency,BillingCurrency,ResourceLocation\n";

  static Optional<AzuriteServer> server;
  static BlobProxy proxy;
  static EntraDouble entra;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;

  @BeforeAll
  static void startServers() throws IOException {
    server = AzuriteServer.start();
    entra = new EntraDouble();
    if (server.isPresent()) {
      proxy = new BlobProxy(server.get());
    }
  }

  @AfterAll
  static void stopServers() throws InterruptedException {
    entra.close();
    if (server.isPresent()) {
      proxy.close();
      server.get().close();
    }
  }

  @BeforeEach
  void needTheServer() {
    assumeTrue(server.isPresent(), AzuriteServer.MISSING);
    proxy.fault("", Fault.NONE, 0);
  }

  String tenant(String prefix, Map<String, String> secret) {
    String location = "azure://" + AzuriteServer.ACCOUNT + "/" + CONTAINER + "/" + prefix;
    String tenant =
        syncs.tenant(
            "azure-cost",
            Map.of(
                "location", location,
                "endpoint", proxy.endpoint(),
                "token_endpoint", entra.endpoint()));
    secrets.store(tenant, "bills", secret);
    return tenant;
  }

  String tenant(String prefix) {
    return tenant(prefix, Map.of("account_key", AzuriteServer.KEY));
  }

  static void put(String name, byte[] bytes) {
    server.orElseThrow().put(CONTAINER, name, bytes);
  }

  static byte[] lines(String... quantities) {
    StringBuilder text = new StringBuilder(HEADER);
    for (String quantity : quantities) {
      text.append("Usage,09/02/2024,sub,Bandwidth,,Data Transfer Out,")
          .append(quantity)
          .append(",1 GB,0.5,EUR,westeurope\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A run of an export named by the prefix: its one blob, and a manifest that says so. */
  static void run(String prefix, byte[] blob, String name, String dataset, long rows) {
    put(prefix + "/" + RUN + name, blob);
    manifest(prefix, name, blob.length, dataset, rows);
  }

  static void manifest(String prefix, String name, long bytes, String dataset, long rows) {
    String json =
        """
        {"exportConfig": {"type": "%s"}, "blobCount": 1, "dataRowCount": %d,
         "blobs": [{"blobName": "%s/%s%s", "byteCount": %d, "dataRowCount": %d}]}"""
            .formatted(dataset, rows, prefix, RUN, name, bytes, rows);
    put(prefix + "/" + RUN + "manifest.json", json.getBytes(StandardCharsets.UTF_8));
  }

  List<String> quantities(String tenant) {
    return syncs.texts(
        tenant,
        "select trim_scale(quantity)::text from activity where tenant_id = ? and superseded_at is null");
  }

  String onlyRejection(String tenant) {
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.rejections(tenant)).hasSize(1);
    return syncs.rejections(tenant).get(0);
  }
}
