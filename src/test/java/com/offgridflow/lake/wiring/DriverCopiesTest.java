package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverCopiesTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path temporary;

  private Path file(String name, Duration age) throws IOException {
    Path file = Files.writeString(temporary.resolve(name), "");
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }

  @Test
  void shouldRemoveOnlyWhatNobodyCanBeAboutToLoad() throws IOException {
    file("libduckdb_java1.so", Duration.ofMinutes(61));
    Path fresh = file("libduckdb_java2.so", Duration.ofMinutes(59));
    Path other = file("libother3.so", Duration.ofDays(1));

    DriverCopies.removeLeftOver(temporary, NOW);
    assertThat(temporary.toFile().listFiles())
        .containsExactlyInAnyOrder(fresh.toFile(), other.toFile());
  }
}
