package com.offgridflow.route.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteCheckTest {
  @TempDir Path routes;

  @Test
  void shouldLookIntoDirectoriesOnly() {
    List<String> patterns =
        List.of("classpath:routes/**/*.camel.yaml", " file:" + routes + "/**/*.camel.yaml");

    assertThat(RouteCheck.folders(patterns)).containsExactly(routes);
  }

  @Test
  void shouldPassOverDirectoryThatIsNotThere() {
    assertThat(RouteCheck.folders(List.of("file:" + routes + "/none/*.camel.yaml"))).isEmpty();
  }
}
