package com.offgridflow.console.wiring;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The hub with the console's sample routes and two configured users. */
public class ConsoleProfile implements QuarkusTestProfile {
  // from the test vectors of crypt_blowfish (Openwall, public domain): password U*U
  static final String PASSWORD = "U*U";
  private static final String HASH = "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "camel.main.routes-include-pattern",
        "classpath:console/*.camel.yaml",
        "console.users.ann.password-hash",
        HASH,
        "console.users.vic.password-hash",
        HASH,
        "console.users.vic.role",
        "viewer");
  }
}
