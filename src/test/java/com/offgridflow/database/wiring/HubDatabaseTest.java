package com.offgridflow.database.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubDatabaseTest {
  @TempDir Path data;

  /** Nobody listens at port 1. */
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://localhost:1/hub?password=hunter2, check host and port in HUB_DB_URL",
    "postgres://localhost:1/hub, HUB_DB_URL should be like jdbc:postgresql://",
  })
  void shouldSayWhatToDoWhenNoDatabaseAnswers(String url, String remedy) {
    Map<String, String> environment =
        Map.of("HUB_DB_URL", url, "HUB_DB_USER", "hub", "HUB_DB_PASSWORD", "hunter2");
    Map<String, String> withRole = new HashMap<>(environment);
    withRole.put("HUB_DB_APP_PASSWORD", "hunter2");

    assertThatThrownBy(() -> HubDatabase.start(environment, data, false))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("cannot connect to " + url.replace("?password=hunter2", "") + " as")
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> HubDatabase.start(withRole, data, false))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(remedy);
  }

  @Test
  void shouldRefuseADatabaseWithTablesOfOthers() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Connection owner = server.getPostgresDatabase().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute("create table customers (name text); create table job (id int)");
      String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
      Map<String, String> environment =
          Map.of("HUB_DB_URL", url, "HUB_DB_USER", "postgres", "HUB_DB_PASSWORD", "any");

      assertThatThrownBy(() -> HubDatabase.start(environment, data, false))
          .isInstanceOf(StartException.class)
          .hasMessage(
              "the database at "
                  + url
                  + " has tables that are not the hub's: customers, job; give the hub a database of its own");
      statement.execute("create table flyway_schema_history (version text)");
      assertThat(HubDatabase.start(environment, data, false))
          .containsEntry("quarkus.datasource.jdbc.url", url);
    }
  }

  /** A hub that is killed while initdb writes leaves some files, and the mark it began with. */
  @Test
  void shouldMakeAgainWhatAKilledHubHasHalfMade() throws Exception {
    Path postgres = Files.createDirectories(data.resolve("postgres"));
    Path unfinished = Files.writeString(data.resolve("postgres.unfinished"), "");
    Files.writeString(postgres.resolve("postgresql.conf"), "");

    EmbeddedDatabase.begin(postgres, unfinished);
    assertThat(postgres).doesNotExist();
    assertThat(unfinished).exists();
  }

  @Test
  void shouldKeepADatabaseThatWasMadeWhole() throws Exception {
    Path postgres = Files.createDirectories(data.resolve("postgres"));
    Files.writeString(postgres.resolve("postgresql.conf"), "");

    EmbeddedDatabase.begin(postgres, data.resolve("postgres.unfinished"));
    assertThat(postgres.resolve("postgresql.conf")).exists();
    assertThat(data.resolve("postgres.unfinished")).doesNotExist();
  }
}
