package com.offgridflow.upstream.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.GenericUrl;
import com.offgridflow.failure.Causes;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.upstream.AddressRange;
import com.offgridflow.upstream.OutgoingRules;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The clients of the providers against a server on this machine. */
class OutgoingClientsTest {
  private static final List<String> TRUSTED = List.of("store.example");

  private final Queue<String> hostsAskedFor = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  private enum Client {
    AWS {
      @Override
      int get(Outgoing outgoing, String url) throws Exception {
        SdkHttpRequest request =
            SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(java.net.URI.create(url))
                .build();
        try (SdkHttpClient client = AwsConnections.to(outgoing, TRUSTED).build()) {
          return client
              .prepareRequest(HttpExecuteRequest.builder().request(request).build())
              .call()
              .httpResponse()
              .statusCode();
        }
      }
    },
    GOOGLE {
      @Override
      int get(Outgoing outgoing, String url) throws Exception {
        return GoogleConnections.to(outgoing, TRUSTED)
            .create()
            .createRequestFactory()
            .buildGetRequest(new GenericUrl(url))
            .setThrowExceptionOnExecuteError(false)
            .execute()
            .getStatusCode();
      }
    };

    abstract int get(Outgoing outgoing, String url) throws Exception;
  }

  @BeforeEach
  void listen() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          hostsAskedFor.add(exchange.getRequestHeaders().getFirst("Host"));
          if (exchange.getRequestURI().getPath().equals("/away")) {
            exchange.getResponseHeaders().add("Location", url("tenants.example") + "/secret");
            exchange.sendResponseHeaders(302, -1);
          } else {
            exchange.sendResponseHeaders(204, -1);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private String url(String host) {
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  /** No DNS knows the name: who arrives was led by the address that was checked. */
  @ParameterizedTest
  @EnumSource(Client.class)
  void shouldConnectToTheAddressThatWasChecked(Client client) throws Exception {
    assertThat(client.get(allowing("127.0.0.0/8"), url("store.example") + "/")).isEqualTo(204);
    assertThat(hostsAskedFor).containsExactly(url("store.example").substring(7));
  }

  @ParameterizedTest
  @EnumSource(Client.class)
  void shouldNotConnectATrustedNameToANetworkThatIsNotListed(Client client) {
    assertRefused(
        () -> client.get(allowing("10.0.0.0/8"), url("store.example") + "/"),
        "upstream.private-networks");
    assertThat(hostsAskedFor).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Client.class)
  void shouldNotConnectAnotherNameToAListedNetwork(Client client) {
    assertRefused(
        () -> client.get(allowing("127.0.0.0/8"), url("tenants.example") + "/"),
        "only hosts that the administrator lists");
    assertThat(hostsAskedFor).isEmpty();
  }

  /** AWS's client follows no redirects; Google's does. */
  @ParameterizedTest
  @EnumSource(Client.class)
  void shouldNotBeSentOnToWhatIsNotForTheHubToCall(Client client) throws Exception {
    Outgoing outgoing = allowing("127.0.0.0/8");
    String away = url("store.example") + "/away";
    if (client == Client.GOOGLE) {
      assertRefused(() -> client.get(outgoing, away), "tenants.example is not called");
    } else {
      assertThat(client.get(outgoing, away)).isEqualTo(302);
    }
    assertThat(hostsAskedFor).hasSize(1);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
    assertThatThrownBy(call)
        .satisfies(
            failure ->
                assertThat(Causes.find(failure, UnrecoverableException.class))
                    .get()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains(why));
  }

  private static Outgoing allowing(String network) {
    return new Outgoing(
        new OutgoingRules(
            List.of(AddressRange.of(network)),
            host -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
  }
}
