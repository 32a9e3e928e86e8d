package com.offgridflow.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.20.255.255, true",
    "10.20.0.0/16, 10.21.0.0, false",
    "10.20.30.40/32, 10.20.30.40, true",
    "10.20.30.40/32, 10.20.30.41, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "fd12:3456::/32, fd12:3456:ffff::1, true",
    "fd12:3456::/32, fd12:3457::1, false",
    "172.16.0.0/12, ::ffff:172.31.0.1, true"
  })
  void shouldKnowItsAddresses(String network, String address, boolean within) throws Exception {
    assertThat(AddressRange.of(network).contains(InetAddress.getByName(address))).isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.20.0.0",
        "10.20.0.0/33",
        "10.20/16",
        "example.com/8",
        "fd12::/129",
        "1.2.3.999/8",
        "10.0.0.0/-1",
        "*"
      })
  void shouldRefuseWhatIsNoNetwork(String text) {
    assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
