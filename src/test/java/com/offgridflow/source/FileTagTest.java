package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTagTest {
  @TempDir Path directory;
  private Path file;
  private Instant later;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(directory.resolve("bill.csv"), "quantity 5");
    later = Instant.now().plusSeconds(60);
  }

  @Test
  void shouldStayTheSameWhileTheFileDoes() throws IOException {
    String tag = FileTag.of(file, later);

    assertThat(tag).isNotEmpty();
    assertThat(FileTag.of(file, later.plusSeconds(60))).isEqualTo(tag);
  }

  @Test
  void shouldTellNothingOfAFileThatWasWrittenJustNow() throws IOException {
    assertThat(FileTag.of(file, Instant.now())).isEmpty();
  }

  @Test
  void shouldTellAFileWithTheSameSizeAndDateFromTheOneBefore() throws Exception {
    FileTime date = FileTime.from(Instant.parse("2024-10-01T00:00:00Z"));
    Files.setLastModifiedTime(file, date);
    String before = FileTag.of(file, later);
    // longer than a tick of the system's clock
    Thread.sleep(50);

    Files.writeString(file, "quantity 6");
    Files.setLastModifiedTime(file, date);

    assertThat(FileTag.of(file, later)).isNotEmpty().isNotEqualTo(before);
  }
}
