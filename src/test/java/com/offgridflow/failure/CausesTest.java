package com.offgridflow.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;

class CausesTest {
  @Test
  void shouldTellEachMessageOnce() {
    IOException inner = new IOException("No space left on device");

    assertThat(Causes.told(new IllegalStateException("b.csv broke off", new IOException(inner))))
        .isEqualTo("b.csv broke off; because java.io.IOException: No space left on device");
  }

  @Test
  void shouldLeaveOutWhatSpringPutsAroundAMessage() {
    SQLException inner = new SQLException("could not extend file: No space left on device");

    assertThat(Causes.told(new UncategorizedSQLException("merge", "insert into activity", inner)))
        .isEqualTo("could not extend file: No space left on device");
  }
}
