package com.offgridflow.upstream;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of one network, by CIDR notation (RFC 4632, RFC 4291 section 2.3).
 *
 * @param network any address of it
 * @param bits how many leading bits all its addresses share
 */
public record AddressRange(InetAddress network, int bits) {
  private static final Pattern CIDR =
      Pattern.compile("([0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/(\\d{1,3})");
  private static final Pattern DOTTED =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  /**
   * @throws IllegalArgumentException when there are not so many bits
   */
  public AddressRange {
    if (bits < 0 || bits > network.getAddress().length * 8) {
      throw new IllegalArgumentException(
          "%s has %d bits, not %d"
              .formatted(network.getHostAddress(), network.getAddress().length * 8, bits));
    }
  }

  /**
   * @param cidr like {@code 10.20.0.0/16} or {@code fd12:3456::/32}
   * @throws IllegalArgumentException when it is something else
   */
  public static AddressRange of(String cidr) {
    Matcher parts = CIDR.matcher(cidr.strip());
    if (parts.matches() && isLiteral(parts.group(1))) {
      return new AddressRange(literal(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
    throw new IllegalArgumentException(
        "'" + cidr + "' is no network; it should be like 10.20.0.0/16 or fd12:3456::/32");
  }

  /** Whether a host is given by its address in its usual form, and not by a name. */
  public static boolean isLiteral(String host) {
    return DOTTED.matcher(host).matches() || host.contains(":");
  }

  /** Whether the address is one of the network's. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    int rest = bytes.length * 8 - bits;
    return bytes.length == network.getAddress().length
        && new BigInteger(1, bytes)
            .shiftRight(rest)
            .equals(new BigInteger(1, network.getAddress()).shiftRight(rest));
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'" + address + "' is no address", e);
    }
  }
}
