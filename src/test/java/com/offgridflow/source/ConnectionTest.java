package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.failure.UnrecoverableException;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
  private static Connection at(String location) {
    return new Connection("acme", "files", "files", Map.of("location", location), ZoneOffset.UTC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data",
        "/data/my bills",
        "/data/B\u00fcro",
        "/data/a#1?b",
        "/data/100%",
        "/a%20b"
      })
  void shouldTakeADirectoryByTheNameItHas(String directory) {
    assertThat(at(directory).transport()).isEqualTo("directory");
    assertThat(at(directory).location().getPath()).isEqualTo(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "s3://billing/exports, s3, billing, exports",
    "s3://billing/my exports/2024/, s3, billing, my exports/2024",
    "s3://billing, s3, billing, ''",
    "azure://account/container/a b, azure, container, a b",
  })
  void shouldTellBucketAndPrefix(String location, String transport, String bucket, String prefix) {
    Connection connection = at(location);

    assertThat(connection.transport()).isEqualTo(transport);
    assertThat(connection.bucket()).isEqualTo(bucket);
    assertThat(connection.prefix()).isEqualTo(prefix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "exports", "s3:///exports", "ftp://host/a", "s3://b/%zz", "azure://A/b"})
  void shouldSayWhatALocationIsLike(String location) {
    assertThatThrownBy(() -> at(location).location())
        .isInstanceOf(UnrecoverableException.class)
        .hasMessageContaining("connection files: location '" + location + "'")
        .hasMessageContaining("s3://bucket/prefix");
  }
}
