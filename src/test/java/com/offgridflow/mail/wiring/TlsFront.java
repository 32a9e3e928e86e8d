package com.offgridflow.mail.wiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before a mail server that knows no TLS, and adds it: from the start, or by STARTTLS. */
final class TlsFront implements AutoCloseable {
  private static final String STORE_PASSWORD = "changeit";

  /** What the client said in the clear. */
  final List<String> inTheClear = new CopyOnWriteArrayList<>();

  private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final SSLContext tls;
  private final int behind;
  private final boolean startTls;
  private final boolean offered;

  /**
   * @param offered whether STARTTLS is offered, where TLS does not start by itself
   */
  TlsFront(Path directory, int behind, boolean startTls, boolean offered) throws Exception {
    this.tls = context(directory);
    this.behind = behind;
    this.startTls = startTls;
    this.offered = offered;
    Thread thread = new Thread(this::serve, "tls-front");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** Makes a key and its certificate for localhost; answers the certificate's PEM file. */
  static Path certificate(Path directory) throws Exception {
    Path store = directory.resolve("server.p12");
    Path pem = directory.resolve("server.pem");
    keytool(
        "-genkeypair -alias mail -keyalg RSA -keysize 2048 -dname CN=localhost -ext san=dns:localhost -storetype PKCS12 -validity 30",
        store);
    keytool("-exportcert -rfc -alias mail -file " + pem, store);
    return pem;
  }

  private static void keytool(String arguments, Path store) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String line =
        "%s %s -keystore %s -storepass %s".formatted(keytool, arguments, store, STORE_PASSWORD);
    if (new ProcessBuilder(line.split(" ")).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException(line);
    }
  }

  private static SSLContext context(Path directory) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(directory.resolve("server.p12"))) {
      store.load(file, STORE_PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, STORE_PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        talk(client);
      } catch (IOException e) {
        // the client is gone, or the server closed; the test sees it from the other end
      }
    }
  }

  private void talk(Socket client) throws IOException {
    if (startTls && !begin(client)) {
      client.close();
      return;
    }
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(client, "localhost", port(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    Socket mail = new Socket(InetAddress.getLoopbackAddress(), behind);
    if (startTls) {
      skipGreeting(mail);
    }
    pipe(mail.getInputStream(), secured.getOutputStream());
    pipe(secured.getInputStream(), mail.getOutputStream());
  }

  /** The beginning in the clear, until the client asks for TLS; false when it goes away. */
  private boolean begin(Socket client) throws IOException {
    say(client, "220 localhost front");
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      inTheClear.add(line);
      if (line.startsWith("EHLO")) {
        say(client, offered ? "250-localhost\r\n250 STARTTLS" : "250 localhost");
      } else if (line.equals("STARTTLS")) {
        say(client, "220 go ahead");
        return true;
      } else {
        say(client, "250 ok");
      }
    }
    return false;
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void skipGreeting(Socket mail) throws IOException {
    for (int c = mail.getInputStream().read(); c != '\n'; c = mail.getInputStream().read()) {
      if (c < 0) {
        throw new IOException("no greeting");
      }
    }
  }

  private static void pipe(InputStream from, OutputStream to) {
    Thread thread =
        new Thread(
            () -> {
              try (from;
                  to) {
                byte[] buffer = new byte[8192];
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                  to.write(buffer, 0, n);
                  to.flush();
                }
              } catch (IOException e) {
                // one end has closed, and so does the other
              }
            },
            "tls-front-pipe");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
