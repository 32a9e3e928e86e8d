package com.offgridflow.mail.wiring;

import com.offgridflow.mail.wiring.MailConfig.Security;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.List;
import java.util.Properties;

/** The mail session that routes refer to by name, so that no password stands in an endpoint URI. */
@ApplicationScoped
public class MailSession {
  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");

  @Produces
  @Singleton
  @Named("mailSession")
  Session session(MailConfig config) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", config.host());
    properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
    properties.setProperty("mail.smtp.connectiontimeout", "10000");
    properties.setProperty("mail.smtp.timeout", "30000");
    properties.setProperty("mail.smtp.writetimeout", "60000");
    properties.setProperty("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
    protect(properties, config);
    return Session.getInstance(properties, authenticator(config));
  }

  private static void protect(Properties properties, MailConfig config) {
    if (config.security() == Security.NONE) {
      checkInsecure(config);
      return;
    }
    boolean startTls = config.security() == Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(!startTls));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    config
        .trustedCertificates()
        .ifPresent(
            file ->
                properties.put("mail.smtp.ssl.socketFactory", TrustedCertificates.sockets(file)));
  }

  private static void checkInsecure(MailConfig config) {
    if (!THIS_MACHINE.contains(config.host()) && !config.insecureAllowed()) {
      throw new IllegalStateException(
          "mail.security=none sends passwords and reports to %s in the clear; set it to starttls or tls, or mail.insecure-allowed=true"
              .formatted(config.host()));
    }
  }

  private static Authenticator authenticator(MailConfig config) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return config
            .user()
            .map(user -> new PasswordAuthentication(user, config.password().orElse("")))
            .orElse(null);
      }
    };
  }
}
