package com.offgridflow.console.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.console.GeneratedLogin;
import com.offgridflow.console.LoginOutcome;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleLoginsTest {
  private static final String HASH = "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

  @Test
  void shouldLetGeneratedLoginIn() {
    ConsoleLogins logins = logins(Map.of("console.generate-login", "true"));

    GeneratedLogin made = logins.generated().orElseThrow();
    assertThat(logins.login(made.user(), made.password(), "here"))
        .isInstanceOf(LoginOutcome.Accepted.class);
  }

  @Test
  void shouldMakeAnotherPasswordAtEachStart() {
    Map<String, String> generate = Map.of("console.generate-login", "true");

    assertThat(logins(generate).generated()).isNotEqualTo(logins(generate).generated());
  }

  @Test
  void shouldNotGenerateLoginWhereOneIsConfigured() {
    ConsoleLogins logins =
        logins(Map.of("console.generate-login", "true", "console.users.admin.password-hash", HASH));

    assertThat(logins.generated()).isEmpty();
  }

  @Test
  void shouldBeClosedWithoutAnyLogin() {
    ConsoleLogins logins = logins(Map.of("console.users.admin.password-hash", ""));

    assertThat(logins.login("admin", "", "here")).isEqualTo(new LoginOutcome.Closed());
  }

  private static ConsoleLogins logins(Map<String, String> settings) {
    return new ConsoleLogins(
        new SmallRyeConfigBuilder()
            .withMapping(ConsoleConfig.class)
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build()
            .getConfigMapping(ConsoleConfig.class));
  }
}
