package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.offgridflow.source.ResumedStream.Rest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumedStreamTest {
  private static final String CONTENT = "0123456789";

  private final List<Long> asked = new ArrayList<>();

  /** So many bytes from there, and then a connection that fails. */
  private static InputStream failing(int from, int bytes) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public void close() throws IOException {
            throw new IOException("cannot be read to the end");
          }
        };
    return new SequenceInputStream(ending(from, bytes), broken);
  }

  /** So many bytes from there, and then the end, as of a server that closes too early. */
  private static InputStream ending(int from, int bytes) {
    String part = CONTENT.substring(from, from + bytes);
    return new ByteArrayInputStream(part.getBytes(StandardCharsets.US_ASCII));
  }

  private String read(InputStream first, Rest rest) throws IOException {
    Rest noted =
        position -> {
          asked.add(position);
          return rest.from(position);
        };
    try (InputStream whole = new ResumedStream(first, CONTENT.length(), noted)) {
      return new String(whole.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void shouldAskOnlyForWhatHasNotCome() throws IOException {
    assertThat(read(failing(0, 3), at -> at == 3 ? failing(3, 4) : ending((int) at, 3)))
        .isEqualTo(CONTENT);
    assertThat(asked).containsExactly(3L, 7L);
  }

  @Test
  void shouldTakeAnEarlyEndForACut() throws IOException {
    assertThat(read(ending(0, 6), at -> ending((int) at, 4))).isEqualTo(CONTENT);
  }

  @Test
  void shouldAskForNothingBehindTheEnd() throws IOException {
    assertThat(read(ending(0, 10), at -> ending(0, 10))).isEqualTo(CONTENT);
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldGiveUpAConnectionThatIsCutAgainAndAgain() {
    assertThatIOException()
        .isThrownBy(() -> read(failing(0, 1), at -> failing((int) at, 1)))
        .withMessage("connection reset");
    assertThat(asked).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void shouldSayWhyTheRestCannotBeHad() {
    Rest gone =
        at -> {
          throw new IOException("412");
        };
    assertThatIOException().isThrownBy(() -> read(failing(0, 1), gone)).withMessage("412");
  }
}
