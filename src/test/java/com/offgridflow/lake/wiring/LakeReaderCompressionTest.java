package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.lake.LakeException;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files in gzip and ZIP, whole and damaged. */
class LakeReaderCompressionTest extends CurFiles {
  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 512, true)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void shouldTellHowAFileIsCompressedByItsBytesAlone() throws IOException {
    Path plain = file("cur.csv.gz", HEADER, GOOD);
    Path packed = Files.write(directory.resolve("cur.csv"), gzip(Files.readAllBytes(plain)));

    assertThat(lake.rollup(CUR, plain, packed)).extracting(Group::lines).containsExactly(2L);
  }

  @Test
  void shouldFailOnGzipCutAtALineBorder() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GZIPOutputStream gzip = new GZIPOutputStream(out, 512, true);
    gzip.write((HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    gzip.flush();
    Path file = Files.write(directory.resolve("cur.csv.gz"), out.toByteArray());

    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(file), lake.scratch()))
        .isInstanceOf(LakeException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining("truncated or damaged");
  }

  @Test
  void shouldFailOnGzipWithAWrongChecksumOrNoTrailer() throws IOException {
    byte[] whole = gzip((HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    byte[] wrong = whole.clone();
    wrong[wrong.length - 6] ^= 1;
    Path first = Files.write(directory.resolve("a.csv.gz"), wrong);
    Path second =
        Files.write(directory.resolve("b.csv.gz"), Arrays.copyOf(whole, whole.length - 8));

    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(first), lake.scratch()))
        .hasMessageContaining("truncated or damaged");
    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(second), lake.scratch()))
        .hasMessageContaining("truncated or damaged");
  }

  @Test
  void shouldReadGzipZipAndPlainAlike() throws IOException {
    byte[] csv = ("\uFEFF" + HEADER + "\r\n" + GOOD + "\r\n").getBytes(StandardCharsets.UTF_8);
    Path plain = Files.write(directory.resolve("a"), csv);
    Path gz = Files.write(directory.resolve("b"), gzip(csv));
    Path zip = directory.resolve("c");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../../evil.csv"));
      out.write(csv);
    }

    assertThat(lake.rollup(CUR, plain, gz, zip))
        .singleElement()
        .satisfies(group -> assertThat(group.lines()).isEqualTo(3));
    assertThat(lake.scratch().directory().resolve("../../evil.csv")).doesNotExist();
  }

  @Test
  void shouldRefuseAZipThatSwells() throws IOException {
    Path bomb = directory.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      out.putNextEntry(new ZipEntry("zeros.csv"));
      out.write(new byte[4 << 20]);
    }

    // 4 MiB of zeros deflate to about 4 KiB, a ratio of 1000
    assertThatThrownBy(() -> lake.reader().recognise(bomb, lake.scratch()))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("unpacks to more than 1048576 bytes");
  }
}
