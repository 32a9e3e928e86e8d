package com.offgridflow.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.failure.UnrecoverableException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingRulesTest {
  private static final Map<String, List<String>> DNS =
      Map.of(
          "open.example", List.of("1.1.1.1", "2606:4700:4700::1111"),
          "0x.example", List.of("1.1.1.1"),
          "half.example", List.of("1.1.1.1", "10.0.0.1"),
          "store.example", List.of("10.20.0.7"),
          "other.example", List.of("10.21.0.7"),
          "metadata.example", List.of("169.254.169.254"),
          "metadata6.example", List.of("fd00:ec2::254"),
          "localhost", List.of("127.0.0.1"));

  private final Set<String> named =
      Set.of(
          "store.example",
          "other.example",
          "metadata.example",
          "metadata6.example",
          "localhost",
          "192.168.7.7",
          "::1");

  private final OutgoingRules rules =
      new OutgoingRules(List.of(AddressRange.of("10.20.0.0/16")), OutgoingRulesTest::lookedUp);

  @Test
  void shouldGiveAllAddressesOfTheOpenInternet() throws Exception {
    assertThat(rules.resolve("open.example", named::contains))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("1.1.1.1", "2606:4700:4700:0:0:0:0:1111");
  }

  @Test
  void shouldTakeANameForANameThoughItBeginsLikeANumber() throws Exception {
    assertThat(rules.resolve("0x.example", named::contains)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"store.example", "localhost", "192.168.7.7", "::1", "[::1]"})
  void shouldCallNamedHostsInListedNetworksAndWhereTheyAreNamedByAddress(String host)
      throws Exception {
    assertThat(rules.resolve(host, named::contains)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "half.example",
        "127.0.0.1",
        "10.20.0.7",
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "::ffff:a9fe:a9fe",
        "[fd00:ec2::254]",
        "64:ff9b::a9fe:a9fe"
      })
  void shouldNotCallPrivateAddressesOfHostsThatATenantNames(String host) {
    assertThatThrownBy(() -> rules.resolve(host, named::contains))
        .isInstanceOf(UnrecoverableException.class)
        .hasMessageContaining("only hosts that the administrator lists");
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.example", "metadata.example", "metadata6.example"})
  void shouldNotCallANamedHostThatIsInAnotherNetwork(String host) throws Exception {
    String address = lookedUp(host)[0].getHostAddress();

    assertThatThrownBy(() -> rules.resolve(host, named::contains))
        .isInstanceOf(UnrecoverableException.class)
        .hasMessageContainingAll(host, address, "upstream.private-networks");
  }

  @Test
  void shouldNotTakeAnotherAddressForThisMachine() {
    OutgoingRules fooled =
        new OutgoingRules(List.of(), host -> new InetAddress[] {address("169.254.169.254")});

    assertThatThrownBy(() -> fooled.resolve("localhost", named::contains))
        .isInstanceOf(UnrecoverableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433",
        "127.1",
        "0x7f000001",
        "0x7f.0.0.1",
        "0X7F.1",
        "10.1.2",
        "1.2.3.4.5"
      })
  void shouldNotCallAddressesInFormsThatAreReadDifferently(String host) {
    assertThatThrownBy(() -> rules.resolve(host, any -> true))
        .isInstanceOf(UnrecoverableException.class)
        .hasMessageContainingAll(host, "192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0177.0.0.1", "0300.0250.0.1"})
  void shouldNotTakeOctalNumbersForOthers(String host) {
    assertThatThrownBy(() -> rules.resolve(host, any -> true))
        .isInstanceOf(UnrecoverableException.class);
  }

  @Test
  void shouldLeaveUnknownHostsToAnotherTry() {
    assertThatThrownBy(() -> rules.resolve("nobody.example", any -> true))
        .isInstanceOf(UnknownHostException.class);
  }

  private static InetAddress[] lookedUp(String host) throws UnknownHostException {
    if (DNS.containsKey(host)) {
      return DNS.get(host).stream().map(OutgoingRulesTest::address).toArray(InetAddress[]::new);
    }
    if (host.endsWith(".example")) {
      throw new UnknownHostException(host);
    }
    return InetAddress.getAllByName(host);
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
