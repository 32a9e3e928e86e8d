package com.offgridflow.upstream;

import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the open internet from those of networks that only the hub is in. The ranges
 * are those that the IANA special-purpose address registries (RFC 6890) do not call globally
 * reachable, multicast, and IPv6 ranges that embed IPv4 addresses.
 */
public final class PublicAddress {
  private static final List<AddressRange> CLOSED =
      List.of(
          AddressRange.of("0.0.0.0/8"),
          AddressRange.of("10.0.0.0/8"),
          AddressRange.of("100.64.0.0/10"),
          AddressRange.of("127.0.0.0/8"),
          AddressRange.of("169.254.0.0/16"),
          AddressRange.of("172.16.0.0/12"),
          AddressRange.of("192.0.0.0/24"),
          AddressRange.of("192.0.2.0/24"),
          AddressRange.of("192.88.99.0/24"),
          AddressRange.of("192.168.0.0/16"),
          AddressRange.of("198.18.0.0/15"),
          AddressRange.of("198.51.100.0/24"),
          AddressRange.of("203.0.113.0/24"),
          AddressRange.of("224.0.0.0/3"),
          AddressRange.of("::/96"),
          AddressRange.of("64:ff9b::/96"),
          AddressRange.of("64:ff9b:1::/48"),
          AddressRange.of("100::/64"),
          AddressRange.of("2001::/23"),
          AddressRange.of("2001:db8::/32"),
          AddressRange.of("2002::/16"),
          AddressRange.of("3fff::/20"),
          AddressRange.of("5f00::/16"),
          AddressRange.of("fc00::/7"),
          AddressRange.of("fe80::/9"),
          AddressRange.of("ff00::/8"));

  private PublicAddress() {}

  /** Whether the address can be anybody's on the internet. */
  public static boolean is(InetAddress address) {
    return CLOSED.stream().noneMatch(range -> range.contains(address));
  }
}
