package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillDirectoryTest {
  @TempDir Path base;

  @Test
  void shouldGiveEachEngineAPlaceOfItsOwn() throws IOException {
    try (SpillDirectory first = SpillDirectory.claim(base);
        SpillDirectory second = SpillDirectory.claim(base)) {
      assertThat(first.path()).isEmptyDirectory().isNotEqualTo(second.path());
      assertThat(second.path()).isEmptyDirectory();
    }
  }

  @Test
  void shouldRemoveWhatAKilledProcessHasLeft() throws IOException {
    Path left = Files.createDirectories(base.resolve("0/below")).resolve("duckdb_temp_block-1");
    Files.writeString(left, "spilled");

    try (SpillDirectory claimed = SpillDirectory.claim(base)) {
      assertThat(claimed.path()).isEqualTo(base.resolve("0")).isEmptyDirectory();
    }
  }
}
