package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.AwsFiles.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.S3Proxy.Fault;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Bills at a server that speaks S3's protocol, behind a proxy that misbehaves when asked. */
abstract class S3Bills {
  static final String SECRET = "wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY";
  static final Map<String, String> CREDENTIALS =
      Map.of("access_key_id", "AKIAIOSFODNN7EXAMPLE", "secret_access_key", SECRET);
  static final String BILL = "account,kind,quantity,unit,period_start,period_end,country,invoice\n";
  static final String MONTH = "BILLING_PERIOD=2024-09/";

  static S3Server server;
  static S3Proxy proxy;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;

  @BeforeAll
  static void startServer() throws IOException {
    server = new S3Server("bills");
    proxy = new S3Proxy(server.port());
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    proxy.close();
    server.close();
  }

  @AfterEach
  void behave() {
    proxy.fault("", Fault.NONE);
    proxy.knowsRanges(true);
  }

  /** A tenant whose connection reads what is below the prefix. */
  String tenant(String kind, String prefix) {
    return tenantAt(kind, "s3://bills/" + prefix);
  }

  String tenantAt(String kind, String location) {
    String tenant = syncs.tenant(kind, Map.of("location", location, "endpoint", proxy.endpoint()));
    secrets.store(tenant, "bills", CREDENTIALS);
    return tenant;
  }

  static void put(String key, String... rows) {
    String text = BILL + String.join("\n", rows) + "\n";
    server.put("bills/" + key, text.getBytes(StandardCharsets.UTF_8));
  }

  static void put(String key, byte[] bytes) {
    server.put("bills/" + key, bytes);
  }

  static String bill(int invoice, String quantity) {
    return "E-%2$d,electricity,%1$s,kWh,2024-09-01,2024-09-30,DE,INV-%2$d"
        .formatted(quantity, invoice);
  }

  /** A run of an export that overwrites itself: its one file, then its manifest. */
  static void overwrite(String export, byte[] file, String ending) {
    String key = export + "/data/" + MONTH + "e-00001" + ending;
    put(key, file);
    put(export + "/metadata/" + MONTH + "e-Manifest.json", manifest("bills", key));
  }

  List<String> quantities(String tenant) {
    return syncs.texts(
        tenant,
        """
        select trim_scale(quantity)::text from activity where tenant_id = ? and superseded_at is null
        order by 1""");
  }

  String onlyRejection(String tenant) {
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.rejections(tenant)).hasSize(1);
    return syncs.rejections(tenant).get(0);
  }

  static long fetched(String key) {
    return proxy.requests().stream().filter(uri -> uri.contains(key)).count();
  }
}
