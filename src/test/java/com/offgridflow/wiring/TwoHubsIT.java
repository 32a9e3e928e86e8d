package com.offgridflow.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.lake.wiring.DemoInputs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hubs beside each other on one machine. */
class TwoHubsIT {
  @TempDir Path directory;

  @Test
  void shouldShareAMachineButNotADirectory() throws Exception {
    Path input = directory.resolve("input");
    DemoInputs.cur2(input, 1_000);
    Path data = directory.resolve("one");
    try (HubProcess first = new HubProcess(data, input)) {
      first.awaitCycle();
      HubProcess second = new HubProcess(data, input);
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.output()).contains("another hub (process ", data.toString(), "-Dhub.data=");
      try (HubProcess third = new HubProcess(directory.resolve("two"), input)) {
        third.awaitCycle();
        assertThat(first.query("select 1")).isEqualTo(third.query("select 1"));
      }
    }
  }
}
