package com.offgridflow.mail.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Properties;

/** The mail session that routes refer to by name, so that no password stands in an endpoint URI. */
@ApplicationScoped
public class MailSession {

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
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(config.startTls()));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(config.startTls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
    return Session.getInstance(properties, authenticator(config));
  }

  private static Authenticator authenticator(MailConfig config) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(
            config.user().orElseThrow(), config.password().orElse(""));
      }
    };
  }
}
