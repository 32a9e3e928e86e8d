package com.offgridflow.delivery.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on this machine, with one user, who has a password and a key. */
final class SftpServer implements AutoCloseable {
  static final String USER = "acme";
  static final String PASSWORD = "sftp-Passw0rd-not-to-be-seen";

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey = rsa();
  private final KeyPair userKey = rsa();

  SftpServer(Path root) throws IOException {
    server.setHost("localhost");
    server.setKeyPairProvider(session -> List.of(hostKey));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            user.equals(USER) && KeyUtils.compareKeys(key, userKey.getPublic()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
  }

  int port() {
    return server.getPort();
  }

  /** As ssh-keyscan prints it, without the host. */
  String hostKey() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  /** The user's key in PKCS #8. */
  String privateKey() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(userKey.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** Somebody else's key. */
  static String otherKey() {
    return PublicKeyEntry.toString(rsa().getPublic());
  }

  static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
