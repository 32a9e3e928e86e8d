package com.offgridflow.route;

import static com.offgridflow.route.CheckedRoutes.FILE;
import static com.offgridflow.route.CheckedRoutes.HEAD;
import static com.offgridflow.route.CheckedRoutes.check;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ids and owners. */
class RouteNamesTest {
  @Test
  void shouldRefuseIdThatIsNotNamedAfterFile() {
    String text = HEAD.replace("source-sample", "sample") + "      - to: direct:next\n";

    assertThat(check(FILE, text))
        .singleElement()
        .asString()
        .contains(":2:5: id 'sample' must be 'source-sample'");
  }

  @Test
  void shouldAcceptIdWithSuffix() {
    String text = HEAD.replace("id: source-sample", "id: source-sample-retry");

    assertThat(check(FILE, text + "      - to: direct:next\n")).isEmpty();
  }

  @Test
  void shouldRefuseRouteWithoutOwner() {
    String text = HEAD.replace("Owner integration team.", "");

    assertThat(check(FILE, text + "      - to: direct:next\n"))
        .singleElement()
        .asString()
        .contains(":3:5: a description must say what the route does and name its owner");
  }

  @Test
  void shouldRefuseRouteWithoutIdAndDescription() {
    String text = "- from:\n    uri: direct:a\n    steps:\n      - to: direct:b\n";

    assertThat(check(FILE, text))
        .singleElement()
        .asString()
        .contains(":1:3: put this into 'route:'");
  }
}
