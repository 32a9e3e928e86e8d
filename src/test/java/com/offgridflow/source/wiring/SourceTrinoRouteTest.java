package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clusters and tables are asked; what they answer is in {@code ClusterRollupIT}. */
@QuarkusTest
class SourceTrinoRouteTest {
  @Inject Syncs syncs;

  @ParameterizedTest
  @CsvSource({
    "jdbc:trino://trino.example.org:8443, the administrator lists",
    "jdbc:trino://trino.example.org:8443/hive?SSLVerification=NONE, without options",
    "jdbc:postgresql://localhost:5432, should be like jdbc:trino://",
  })
  void shouldRefuseAClusterThatNobodyTrusts(String url, String cause) {
    assertThat(cause(url, "hive.billing.cur2", "aws-cur-2")).contains(cause);
  }

  @Test
  void shouldRefuseAFormatWithoutRollup() {
    assertThat(cause("jdbc:trino://localhost:1", "hive.billing.cur2", "utility-csv"))
        .contains("lake.format 'utility-csv' should be a format with a rollup, one of [");
  }

  @Test
  void shouldRefuseATableWhoseNameIsNone() {
    assertThat(cause("jdbc:trino://localhost:1", "cur2; drop table x", "aws-cur-2"))
        .contains("setting lake.table: 'cur2; drop table x' names no table");
  }

  private String cause(String url, String table, String format) {
    String tenant =
        syncs.tenant(
            "trino", Map.of("lake.jdbc-url", url, "lake.table", table, "lake.format", format));
    return syncs.sync(tenant).cause();
  }
}
