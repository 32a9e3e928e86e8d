package com.offgridflow.upstream.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.upstream.AddressRange;
import com.offgridflow.upstream.OutgoingRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Resolves the hosts that the hub connects to, and refuses addresses that are not for it to call.
 */
@ApplicationScoped
public class Outgoing {
  private final OutgoingRules rules;

  @Inject
  Outgoing(UpstreamConfig config) {
    this(new OutgoingRules(networks(config), InetAddress::getAllByName));
  }

  Outgoing(OutgoingRules rules) {
    this.rules = rules;
  }

  private static List<AddressRange> networks(UpstreamConfig config) {
    return config.privateNetworks().orElse(List.of()).stream().map(AddressRange::of).toList();
  }

  /**
   * See {@link OutgoingRules#resolve}.
   *
   * @throws UnrecoverableException when the host may not be called
   */
  public InetAddress[] resolve(String host, Predicate<String> named) throws UnknownHostException {
    return rules.resolve(host, named);
  }

  /**
   * See {@link OutgoingRules#require}.
   *
   * @throws UnrecoverableException when the address may not be called
   */
  void require(String host, InetAddress address, Predicate<String> named) {
    rules.require(host, address, named);
  }
}
