package com.offgridflow.upstream;

import com.offgridflow.failure.UnrecoverableException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which addresses the hub may connect to: those of the open internet, and those of private networks
 * that the administrator lists, for hosts that the hub or the administrator has named. Else whoever
 * may enter a host, or answers for its name, could have the hub call the metadata service or an
 * intranet server.
 */
public final class OutgoingRules {
  private static final String HERE = "localhost";

  /** 2130706433, 0x7f.1 and 127.1 are read as addresses by some, and differently by others. */
  private static final Pattern ODD_LITERAL =
      Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)([.](0x[0-9a-f]*|[0-9]+))*[.]?");

  private final List<AddressRange> privateNetworks;
  private final Names names;

  /** Tells the addresses of a host. */
  @FunctionalInterface
  public interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /**
   * @param privateNetworks that hosts may be in which the hub or the administrator has named
   */
  public OutgoingRules(List<AddressRange> privateNetworks, Names names) {
    this.privateNetworks = List.copyOf(privateNetworks);
    this.names = names;
  }

  /**
   * The addresses of a host, to connect to one of these and no other.
   *
   * @param named whether a host is named by the hub or the administrator, and not by a tenant. A
   *     named host that is {@code localhost} or an address stands for itself.
   * @throws UnrecoverableException when one of them is not for the hub to call
   * @throws UnknownHostException when it has none
   */
  public InetAddress[] resolve(String host, Predicate<String> named) throws UnknownHostException {
    String bare = host.replaceAll("^\\[|]$", "");
    if (ODD_LITERAL.matcher(bare).matches() && !AddressRange.isLiteral(bare)) {
      throw new UnrecoverableException(
          "host %s is not called: it is no name, and an address is four numbers like 192.0.2.1"
              .formatted(bare));
    }
    InetAddress[] addresses = names.of(bare);
    for (InetAddress address : addresses) {
      require(bare, address, named);
    }
    return addresses;
  }

  /**
   * The same for one address of the host that is known already.
   *
   * @throws UnrecoverableException when it is not for the hub to call
   */
  public void require(String host, InetAddress address, Predicate<String> named) {
    if (!PublicAddress.is(address) && !(named.test(host) && mayBePrivate(host, address))) {
      throw refused(host, address, named.test(host));
    }
  }

  private boolean mayBePrivate(String host, InetAddress address) {
    return AddressRange.isLiteral(host)
        || HERE.equals(host) && address.isLoopbackAddress()
        || privateNetworks.stream().anyMatch(network -> network.contains(address));
  }

  private static UnrecoverableException refused(String host, InetAddress address, boolean named) {
    String remedy =
        named
            ? "the administrator lists the networks that may be in upstream.private-networks"
            : "only hosts that the administrator lists may";
    return new UnrecoverableException(
        "host %s is not called: its address %s is not of the open internet; %s"
            .formatted(host, address.getHostAddress(), remedy));
  }
}
