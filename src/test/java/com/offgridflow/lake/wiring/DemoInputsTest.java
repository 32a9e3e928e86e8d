package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoInputsTest {

  @TempDir Path directory;

  private final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  private BillingFormat format(Path file) {
    return ((Recognised) lake.reader().recognise(file, lake.scratch())).format();
  }

  @Test
  void shouldGenerateOneFileOfEachFormat() {
    assertThat(DemoInputs.generate(directory))
        .extracting(this::format)
        .containsExactly(
            ShippedFormats.of("aws-cur-2"),
            ShippedFormats.of("aws-cur"),
            ShippedFormats.of("focus"),
            ShippedFormats.of("utility-csv"));
  }

  @Test
  void shouldGenerateTheSameBytesAgain() throws IOException {
    List<Path> first = DemoInputs.generate(directory.resolve("a"));
    List<Path> second = DemoInputs.generate(directory.resolve("b"));

    for (int i = 0; i < first.size(); i++) {
      assertThat(Files.mismatch(first.get(i), second.get(i))).as("%s", first.get(i)).isEqualTo(-1);
    }
  }

  @Test
  void shouldGiveEachBillAccountsOfItsOwnSoThatNothingCountsTwice() {
    Set<String> seen = new HashSet<>();
    for (Path file : DemoInputs.generate(directory).subList(0, 3)) {
      List<Group> groups = lake.rollup(format(file), file);
      Set<String> accounts = new HashSet<>(groups.stream().map(Group::account).toList());
      assertThat(accounts).isNotEmpty().noneMatch(seen::contains);
      seen.addAll(accounts);
    }
  }

  @Test
  void shouldAccountForAllLinesOfTheMonth() {
    long[] lines =
        DemoInputs.generate(directory).subList(0, 3).stream()
            .mapToLong(
                file -> lake.rollup(format(file), file).stream().mapToLong(Group::lines).sum())
            .toArray();

    assertThat(lines).containsExactly(200_000, 20_000, 5_000);
  }
}
