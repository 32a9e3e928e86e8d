package com.offgridflow.console.wiring;

import com.offgridflow.console.GeneratedLogin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the console is, and how to get in, for the summary that a start prints. */
@ApplicationScoped
public class ConsoleAddress {
  private final ConsoleLogins logins;

  ConsoleAddress(ConsoleLogins logins) {
    this.logins = logins;
  }

  /** Address of the console on this machine. Right only once the hub listens. */
  public String url() {
    // asked at call time: with port 0 the real port is known only after the start
    int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    return "http://localhost:" + port + "/hawtio";
  }

  /** The login made up at this start; empty where logins are configured. */
  public Optional<GeneratedLogin> login() {
    return logins.generated();
  }
}
