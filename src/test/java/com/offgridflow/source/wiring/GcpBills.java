package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Exports in a double of BigQuery that runs the hub's own SQL. */
abstract class GcpBills {
  static final String TABLE = "shop-billing.billing.gcp_billing_export_v1_0123AB_4567CD_89EF01";
  static final String DETAILED =
      "shop-billing.billing.gcp_billing_export_resource_v1_0123AB_4567CD_89EF01";
  static final String CARBON = "shop-billing.carbon.carbon_footprint";

  /** The export was set up today, and Google has loaded what was used before. */
  static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  ExportTables tables;
  BigQueryDouble google;
  GoogleTokenDouble tokens;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;

  @BeforeEach
  void startServers() throws IOException {
    tables = new ExportTables();
    google = new BigQueryDouble(tables);
    tokens = new GoogleTokenDouble();
    tokens.issue("google-token-1");
    google.accept("google-token-1");
    Stream.of(TABLE, DETAILED).forEach(tables::billing);
    tables.carbon(CARBON);
  }

  @AfterEach
  void shouldHaveAskedAsTheReferenceHasIt() throws Exception {
    google.close();
    tokens.close();
    tables.close();
    assertThat(google.problems()).isEmpty();
  }

  String tenant(String kind, String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("tables", kind.equals("gcp-carbon") ? CARBON : TABLE);
    all.put("location", BigQueryDouble.LOCATION);
    all.put("endpoint", google.endpoint());
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    String tenant = syncs.tenant(kind, all);
    secrets.store(tenant, "bills", tokens.secret());
    return tenant;
  }

  String synced(String kind, String... settings) {
    String tenant = tenant(kind, settings);
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    return tenant;
  }

  void exported(String table, BillingLine... lines) {
    tables.append(table, Stream.of(lines).map(BillingLine::row).toList());
  }

  static BillingLine today(BillingLine line) {
    return line.exported(TODAY.toString(), "03:00:00");
  }

  static BillingLine core() {
    return today(BillingLine.core(7200, 0.1));
  }

  static final String SEPTEMBER_2 =
      ",2024-09-02T00:00:00Z,2024-09-03T00:00:00Z,gcp,europe-west3,,,shop,";
}
