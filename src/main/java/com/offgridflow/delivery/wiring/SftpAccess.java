package com.offgridflow.delivery.wiring;

import com.jcraft.jsch.Proxy;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.TargetKind;
import com.offgridflow.failure.UnrecoverableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;

/** Credentials for SFTP, and the one key by which the server must prove itself. */
@ApplicationScoped
@Named("sftpAccess")
public class SftpAccess implements TargetAccess {
  private static final String USUAL_PORT = "22";
  private static final String PASSWORD = "-password";
  private static final String KEY = "-private-key";
  private static final String HOST_KEY = "-host-key";
  private static final String SOCKET = "-socket";

  private final OutgoingHosts hosts;

  SftpAccess(OutgoingHosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public TargetKind kind() {
    return TargetKind.SFTP;
  }

  /** Whether the target's login is by password, and not by key. */
  public boolean byPassword(Exchange exchange) {
    String client = exchange.getProperty(DeliverReport.CLIENT, String.class);
    return exchange.getContext().getRegistry().lookupByName(client + PASSWORD) != null;
  }

  @Override
  public Map<String, Object> make(DeliveryTarget target, Map<String, String> secret) {
    check(target);
    byte[] knownHosts = knownHosts(target).getBytes(StandardCharsets.UTF_8);
    Proxy socket = new CheckedSocket(hosts);
    return secret.containsKey("password")
        ? Map.of(PASSWORD, secret.get("password"), HOST_KEY, knownHosts, SOCKET, socket)
        : Map.of(KEY, privateKey(target, secret), HOST_KEY, knownHosts, SOCKET, socket);
  }

  private void check(DeliveryTarget target) {
    try {
      hosts.resolve(target.setting("host"));
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(
          target + ": host " + target.setting("host") + " is not known to the DNS", e);
    }
  }

  private static byte[] privateKey(DeliveryTarget target, Map<String, String> secret) {
    String key = secret.get("private_key");
    if (!key.startsWith("-----BEGIN ") || key.contains("ENCRYPTED")) {
      throw new UnrecoverableException(
          target + ": private_key must be an unencrypted key that begins with -----BEGIN");
    }
    return key.getBytes(StandardCharsets.UTF_8);
  }

  /** A line of a known_hosts file, see sshd(8). */
  private static String knownHosts(DeliveryTarget target) {
    String host = target.setting("host");
    String port = target.setting("port");
    String name = port.equals(USUAL_PORT) ? host : "[" + host + "]:" + port;
    return name + " " + target.setting("host_key") + "\n";
  }
}
