package com.offgridflow.mail.wiring;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the hub hands over its mail. */
@ConfigMapping(prefix = "mail")
public interface MailConfig {
  /** How the way to the server is protected. */
  enum Security {
    /** The connection begins in the clear and must change to TLS before anything is said (587). */
    STARTTLS,
    /** TLS from the first byte on (465). */
    TLS,
    /** Not at all: to a server on this machine, or where {@link #insecureAllowed} says so. */
    NONE
  }

  /** SMTP host. */
  @WithDefault("localhost")
  String host();

  /** SMTP port. */
  @WithDefault("25")
  int port();

  /** Without protection passwords and reports would travel in the clear. */
  @WithDefault("starttls")
  Security security();

  /** Whether mail may go in the clear to a server that is not on this machine. */
  @WithDefault("false")
  boolean insecureAllowed();

  /** PEM file of certificates that vouch for the server, instead of those that Java trusts. */
  Optional<Path> trustedCertificates();

  /** User name, if the server wants one. */
  Optional<String> user();

  /** Password of the user. */
  Optional<String> password();

  /** Sender of all mail. */
  @WithDefault("OffGridFlow Hub <hub@localhost>")
  String from();

  /** Files that are larger together, before they are encoded, go as links. */
  @WithDefault("10M")
  MemorySize attachmentsLimit();

  /** Who is told of parked jobs of tenants that name nobody. */
  Optional<List<String>> administrators();

  /** A tenant's administrators are told of parked jobs at most once in this time. */
  @WithDefault("PT1H")
  Duration failureWindow();
}
