package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.RejectedRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Where files are read from, and that nothing is written there. */
class LakeReaderPathsTest extends CurFiles {
  /**
   * What lies beside a delivery is the next sync's delivery, and its directory may be read-only.
   */
  @Test
  void shouldMakeNothingBesideADelivery() throws IOException {
    Path zip = directory.resolve("cur.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.csv"));
      out.write(String.join("\n", HEADER, GOOD, GOOD + ",more").getBytes(StandardCharsets.UTF_8));
    }

    Delivery delivery = lake.reader().open(CUR, List.of(zip), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(1);
    assertThat(lake.reader().rejected(delivery, 1))
        .extracting(RejectedRow::file)
        .containsExactly(zip);
    assertThat(directory)
        .isDirectoryContaining(zip::equals)
        .isDirectoryNotContaining(f -> !f.equals(zip));
  }

  @Test
  void shouldReadAPathWithQuotesAndPatternCharacters() throws IOException {
    Path odd = Files.createDirectory(directory.resolve("o'dd \"dir"));
    Path file = Lake.write(odd.resolve("a[1]:?#x*{}.csv"), HEADER, GOOD);
    Lake.write(odd.resolve("a1:q#xz{}.csv"), HEADER, GOOD, GOOD);

    assertThat(lines(lake.reader().open(CUR, List.of(file), lake.scratch()))).isEqualTo(1);
  }

  @Test
  void shouldReadNothingOutsideItsDirectories() throws Exception {
    Path outside = file("cur.csv", HEADER, GOOD);
    Path inside = Files.createDirectory(directory.resolve("inside"));
    try (Lake shut = new Lake(Map.of("lake.directories", inside.toString()))) {
      assertThatThrownBy(() -> shut.rollup(CUR, outside)).hasMessageContaining("disabled");
      assertThat(shut.rollup(CUR, Files.copy(outside, inside.resolve("c.csv")))).hasSize(1);
      assertThatThrownBy(() -> shut.execute("set enable_external_access = true"))
          .hasMessageContaining("Cannot");
    }
  }
}
