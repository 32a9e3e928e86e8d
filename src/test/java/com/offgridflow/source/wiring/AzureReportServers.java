package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Doubles of Azure Resource Manager and Entra, and syncs that ask them. */
abstract class AzureReportServers {
  static final List<String> SUBSCRIPTIONS =
      IntStream.rangeClosed(1, 5).mapToObj(i -> "5f3c1e7a-0000-4000-8000-00000000000" + i).toList();

  ArmDouble azure;
  EntraDouble entra;
  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;

  @BeforeEach
  void startServers() throws IOException {
    azure = new ArmDouble();
    entra = new EntraDouble();
    entra.issue("arm-token", 3599);
    azure.accept("arm-token");
  }

  @AfterEach
  void shouldHaveAskedAsTheReferenceHasIt() {
    azure.close();
    entra.close();
    assertThat(azure.problems()).isEmpty();
  }

  String tenant(String kind, int subscriptions, int months) {
    String tenant =
        syncs.tenant(
            kind,
            Map.of(
                "subscriptions", String.join(", ", SUBSCRIPTIONS.subList(0, subscriptions)),
                "months", Integer.toString(months),
                "endpoint", azure.endpoint(),
                "token_endpoint", entra.endpoint()));
    secrets.store(tenant, "bills", EntraDouble.CREDENTIALS);
    return tenant;
  }

  String synced(String kind, int subscriptions, int months) {
    String tenant = tenant(kind, subscriptions, months);
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    return tenant;
  }
}
