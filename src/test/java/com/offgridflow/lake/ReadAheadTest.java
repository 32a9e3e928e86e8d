package com.offgridflow.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(4).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_144, 262_145, 5_000_000})
  void shouldGiveTheBytesOfItsSource(int count) throws IOException {
    byte[] bytes = bytes(count);

    try (InputStream in = new ReadAhead(new ByteArrayInputStream(bytes))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
      assertThat(in.read()).isNegative();
    }
  }

  @Test
  void shouldFailBehindTheLastGoodByteAndNotBefore() throws IOException {
    InputStream torn =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException("torn");
          }
        };

    try (InputStream in =
        new ReadAhead(new SequenceInputStream(new ByteArrayInputStream(bytes(300_000)), torn))) {
      assertThat(in.readNBytes(300_000)).isEqualTo(bytes(300_000));
      assertThatIOException().isThrownBy(in::read).withMessage("torn");
    }
  }

  @Test
  void shouldCloseItsSourceWhoeverHasReadHowMuch() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 7;
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };

    try (InputStream in = new ReadAhead(endless)) {
      assertThat(in.read()).isEqualTo(7);
    }

    assertThat(closed).isTrue();
  }
}
