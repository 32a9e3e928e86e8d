package com.offgridflow.mail.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that vouch for a mail server which no public authority vouches for. */
final class TrustedCertificates {
  private TrustedCertificates() {}

  /** Sockets that trust the certificates of a PEM file, and no others. */
  static SSLSocketFactory sockets(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("trusted-" + number++, certificate);
      }
      return trusting(store);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "mail.trusted-certificates: " + file + " is no PEM file of certificates", e);
    }
  }

  private static SSLSocketFactory trusting(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
