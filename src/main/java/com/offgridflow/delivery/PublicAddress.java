package com.offgridflow.delivery;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the open internet from those of networks that only the hub is in. The ranges
 * are those that the IANA special-purpose address registries (RFC 6890) do not call globally
 * reachable, multicast, and IPv6 ranges that embed IPv4 addresses.
 */
public final class PublicAddress {
  private static final List<Range> CLOSED =
      List.of(
          new Range("0.0.0.0", 8),
          new Range("10.0.0.0", 8),
          new Range("100.64.0.0", 10),
          new Range("127.0.0.0", 8),
          new Range("169.254.0.0", 16),
          new Range("172.16.0.0", 12),
          new Range("192.0.0.0", 24),
          new Range("192.0.2.0", 24),
          new Range("192.88.99.0", 24),
          new Range("192.168.0.0", 16),
          new Range("198.18.0.0", 15),
          new Range("198.51.100.0", 24),
          new Range("203.0.113.0", 24),
          new Range("224.0.0.0", 3),
          new Range("::", 96),
          new Range("64:ff9b::", 96),
          new Range("64:ff9b:1::", 48),
          new Range("100::", 64),
          new Range("2001::", 23),
          new Range("2001:db8::", 32),
          new Range("2002::", 16),
          new Range("3fff::", 20),
          new Range("5f00::", 16),
          new Range("fc00::", 7),
          new Range("fe80::", 9),
          new Range("ff00::", 8));

  private PublicAddress() {}

  /** Whether the address can be anybody's on the internet. */
  public static boolean is(InetAddress address) {
    return CLOSED.stream().noneMatch(range -> range.contains(address.getAddress()));
  }

  private record Range(byte[] network, int bits) {
    Range(String network, int bits) {
      this(bytes(network), bits);
    }

    boolean contains(byte[] address) {
      int rest = network.length * 8 - bits;
      return address.length == network.length
          && new BigInteger(1, address)
              .shiftRight(rest)
              .equals(new BigInteger(1, network).shiftRight(rest));
    }

    private static byte[] bytes(String literal) {
      try {
        return InetAddress.getByName(literal).getAddress();
      } catch (java.net.UnknownHostException e) {
        throw new IllegalArgumentException(literal + " is no address", e);
      }
    }
  }
}
