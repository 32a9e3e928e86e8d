package com.offgridflow.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.database.wiring.StartException;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Quarkus reads from the environment counts before it starts, too. */
class StartSettingsTest {
  @Test
  void shouldTakeDirectoriesFromTheEnvironment() {
    StartSettings settings =
        of(Map.of("HUB_DATA", "/srv/hub", "HUB_OUT", "/srv/out", "HUB_CLEAN", "yes"));

    assertThat(settings.data()).isEqualTo(Path.of("/srv/hub"));
    assertThat(settings.out()).isEqualTo(Path.of("/srv/out"));
    assertThat(settings.clean()).isTrue();
    assertThat(of(Map.of()).data()).isEqualTo(Path.of("data"));
  }

  @Test
  void shouldKnowTheDemoByItsProfileInTheEnvironment() {
    assertThat(of(Map.of("QUARKUS_PROFILE", "demo")).demo()).isTrue();
    assertThat(of(Map.of()).demo()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "HUB_PORT, abc, HUB_PORT is 'abc'; it should be a number of a port such as 8080",
    "QUARKUS_HTTP_PORT, 80.5, quarkus.http.port is '80.5'; it should be a number of a port",
    "HUB_PORT, 70000, quarkus.http.port is '70000'; it should be from 0 to 65535",
  })
  void shouldRefuseAPortThatIsNone(String name, String value, String message) {
    assertThatThrownBy(of(Map.of(name, value))::requirePort)
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void shouldRefuseAPortThatAnotherProgramHas() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      String port = Integer.toString(other.getLocalPort());

      assertThatThrownBy(of(Map.of("HUB_PORT", port))::requirePort)
          .hasMessage(
              "port %s is taken by another program; stop that one, or choose another port with HUB_PORT"
                  .formatted(port));
      other.close();
      assertThatCode(of(Map.of("HUB_PORT", port))::requirePort).doesNotThrowAnyException();
    }
  }

  /** Without the properties of this JVM, in which other tests say the port of their hub. */
  private static StartSettings of(Map<String, String> environment) {
    return StartSettings.of(new PropertiesConfigSource(Map.of(), "none", 400), environment);
  }
}
