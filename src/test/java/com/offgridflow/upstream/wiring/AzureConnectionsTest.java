package com.offgridflow.upstream.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.offgridflow.upstream.AddressRange;
import com.offgridflow.upstream.OutgoingRules;
import com.sun.net.httpserver.HttpServer;
import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureConnectionsTest {
  private final Outgoing outgoing =
      new Outgoing(
          new OutgoingRules(List.of(AddressRange.of("10.20.0.0/16")), InetAddress::getAllByName));

  @ParameterizedTest
  @CsvSource({
    "store.example, 10.20.0.7, true",
    "store.example, 169.254.169.254, false",
    "acme.blob.core.windows.net, 1.1.1.1, true",
    "acme.blob.core.windows.net, 10.20.0.7, true",
    "acme.blob.core.windows.net, 10.21.0.7, false",
    "acme.blob.core.windows.net.tenants.example, 10.20.0.7, false"
  })
  void shouldJudgeTheAddressThatIsConnectedTo(String host, String address, boolean called)
      throws Exception {
    EmbeddedChannel channel =
        new EmbeddedChannel(new AzureConnections.Guard(outgoing, List.of("store.example")));
    InetAddress resolved =
        InetAddress.getByAddress(host, InetAddress.getByName(address).getAddress());

    ChannelFuture connecting = channel.connect(new InetSocketAddress(resolved, 443));

    assertThat(connecting.isSuccess()).isEqualTo(called);
  }

  @Test
  void shouldReachThisMachineOnlyWhenItIsListed() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://localhost:" + server.getAddress().getPort() + "/";

      assertThatThrownBy(() -> get(List.of(), url))
          .hasStackTraceContaining("host localhost is not called");
      assertThat(calls).hasValue(0);
      assertThat(get(List.of("localhost"), url)).isEqualTo(204);
    } finally {
      server.stop(0);
    }
  }

  private int get(List<String> trusted, String url) {
    return AzureConnections.to(outgoing, trusted)
        .send(new HttpRequest(HttpMethod.GET, url))
        .block()
        .getStatusCode();
  }
}
