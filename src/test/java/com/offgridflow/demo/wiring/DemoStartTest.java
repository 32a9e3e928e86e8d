package com.offgridflow.demo.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.database.wiring.StartException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStartTest {
  @TempDir Path out;

  @Test
  void shouldLeaveNoHalfMailWhenThereIsNoRoom() {
    Path file = out.resolve("report-mail.eml");

    assertThatThrownBy(() -> DemoStart.save(tooLarge(), file))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(file + ": No space left on device");
    assertThat(out).isEmptyDirectory();
  }

  /** Of which half fits on the disk. */
  private static MimeMessage tooLarge() {
    return new MimeMessage(Session.getInstance(new Properties())) {
      @Override
      public void writeTo(OutputStream file) throws IOException {
        file.write("Subject: half".getBytes());
        throw new IOException("No space left on device");
      }
    };
  }
}
