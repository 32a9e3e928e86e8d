package com.offgridflow.database.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritableDirectoryTest {
  @TempDir Path temporary;

  private static WritableDirectory at(Path path) {
    return new WritableDirectory(path, "output directory", "hub.out");
  }

  @Test
  void shouldMakeWhatIsMissingAndLeaveNothingElse() throws IOException {
    Path wanted = temporary.resolve("a/b/c");
    at(wanted).require();

    assertThat(wanted).isEmptyDirectory();
  }

  @Test
  void shouldNameTheFileThatStandsInTheWay() throws IOException {
    Path file = Files.writeString(temporary.resolve("taken"), "");

    assertThatThrownBy(at(file.resolve("below"))::require)
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith(
            "cannot use the output directory %s: %s is a file, not a directory; make it"
                .formatted(file.resolve("below"), file))
        .hasMessageEndingWith("or choose another with -Dhub.out=DIR");
  }

  /** Nobody, root included, makes anything in /proc. */
  @Test
  void shouldNameTheDirectoryInWhichNothingCanBeMade() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc here");

    assertThatThrownBy(at(Path.of("/proc/hub"))::require)
        .hasMessageContaining("/proc/hub: nothing can be made in /proc; make it");
  }

  @Test
  void shouldSayWhoOwnsWhatMayNotBeWritten() throws IOException {
    assumeTrue(!System.getProperty("user.name").equals("root"), "root may write everywhere");
    Files.createDirectory(temporary.resolve("shut")).toFile().setWritable(false);

    assertThatThrownBy(at(temporary.resolve("shut/out"))::require)
        .hasMessageContaining("belongs to " + System.getProperty("user.name"));
  }
}
