package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.wiring.HubTestResource;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls in the documents, run by a shell as they stand there. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class DocumentedConnectionsTest {
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");

  @Inject TestLogin login;
  @Inject Sandbox sandbox;
  private Path directory;

  static List<String> calls() throws IOException {
    try (Stream<Path> documents = Files.list(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), documents.sorted())
          .flatMap(document -> SHELL.matcher(read(document)).results())
          .map((MatchResult found) -> found.group(1))
          .filter(call -> call.contains("/connections/"))
          .toList();
    }
  }

  private static String read(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new IllegalStateException(document + " cannot be read", e);
    }
  }

  /** The key of an account that nobody has, as Google's file has it. */
  @BeforeEach
  void downloadAKey() throws Exception {
    directory = Samples.directory();
    try (GoogleTokenDouble google = new GoogleTokenDouble()) {
      Map<String, String> key = new HashMap<>(google.secret());
      key.put("token_uri", "https://oauth2.googleapis.com/token");
      new ObjectMapper().writeValue(directory.resolve("key.json").toFile(), key);
    }
  }

  @Test
  void shouldFindACallForEachProviderAndForTrino() throws IOException {
    assertThat(String.join("", calls()))
        .contains("aws-cur", "azure-cost", "azure-carbon", "gcp-billing", "trino", "/sync");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void shouldWorkAsItIsWritten(String call) throws Exception {
    assumeTrue(
        Stream.of("/usr/bin/curl", "/bin/curl").anyMatch(curl -> Files.exists(Path.of(curl))),
        "curl is not here");

    String answers = shell(here(call));

    assertThat(answers).contains("\"connection\":").doesNotContain("/problems/");
  }

  /** Other addresses, another tenant, and a session in place of a password. */
  private String here(String call) {
    return "set -e\n"
        + call.replace("curl ", "curl -s -S ")
            .replace("-u admin:PASSWORD", "-b hub_console=" + login.token("admin"))
            .replace("localhost:8080", "localhost:" + RestAssured.port)
            .replace("tenants/acme", "tenants/" + sandbox.tenant())
            .replace("trino.example.org", "localhost");
  }

  private String shell(String script) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    return said;
  }
}
