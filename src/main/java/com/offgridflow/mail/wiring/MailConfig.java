package com.offgridflow.mail.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the hub hands over its mail. */
@ConfigMapping(prefix = "mail")
public interface MailConfig {
  /** SMTP host. */
  @WithDefault("localhost")
  String host();

  /** SMTP port. */
  @WithDefault("25")
  int port();

  /** Whether to insist on STARTTLS; without it passwords and reports would travel in the clear. */
  @WithDefault("true")
  boolean startTls();

  /** User name, if the server wants one. */
  Optional<String> user();

  /** Password of the user. */
  Optional<String> password();

  /** Sender of all mail. */
  @WithDefault("OffGridFlow Hub <hub@localhost>")
  String from();
}
