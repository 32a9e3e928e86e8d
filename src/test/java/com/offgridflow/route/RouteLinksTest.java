package com.offgridflow.route;

import static com.offgridflow.route.CheckedRoutes.FILE;
import static com.offgridflow.route.CheckedRoutes.HEAD;
import static com.offgridflow.route.CheckedRoutes.VALIDATOR;
import static com.offgridflow.route.CheckedRoutes.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a directory among each other, and files that are hardly any. */
class RouteLinksTest {
  private static final String ROUTE =
      """
      - route:
          id: source-%s
          description: Shows the validator a route. Owner integration team.
          from:
            uri: direct:%s
            steps:
              - to: direct:%s
      """;

  @TempDir Path directory;

  private List<String> problems() {
    return VALIDATOR.validateAll(directory).stream().map(RouteProblem::toString).toList();
  }

  private Path write(String name, String text) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("source"));
    return Files.writeString(folder.resolve(name + ".camel.yaml"), text);
  }

  @Test
  void shouldRefuseAnIdThatTwoRoutesHave() throws IOException {
    Path one = write("a", ROUTE.formatted("a-b", "one", "two"));
    Path other = write("b", ROUTE.formatted("a-b", "two", "one"));

    assertThat(problems())
        .contains(
            "%s:2:5: id 'source-a-b' is that of a route in %s:2 too; ids must differ"
                .formatted(other, one));
  }

  @Test
  void shouldRefuseTwoRoutesThatBeginAtTheSamePlace() throws IOException {
    Path one = write("a", ROUTE.formatted("a", "same", "same"));
    Path other = write("b", ROUTE.formatted("b", "same?timeout=5", "same"));

    assertThat(problems())
        .containsExactly(
            "%s:4:5: 'direct:same' is where a route in %s:4 begins too; calls could not tell which is meant"
                .formatted(other, one));
  }

  @Test
  void shouldRefuseACallThatNoRouteServes() throws IOException {
    Path file = write("a", ROUTE.formatted("a", "deliveries", "deliverys"));

    assertThat(problems())
        .containsExactly(
            file
                + ":7:11: no route begins with 'direct:deliverys'; did you mean 'direct:deliveries'?");
  }

  @Test
  void shouldAcceptACallWhoseEndIsAnExpression() throws IOException {
    write("a", ROUTE.formatted("a", "a", "a") + "        - toD: direct:x-${body}\n");

    assertThat(problems()).isEmpty();
  }

  @Test
  void shouldGoOnAfterAFileThatIsNotUtf8() throws IOException {
    Path bytes = write("a", "");
    Files.write(bytes, new byte[] {'-', ' ', (byte) 0xFC});
    Path empty = write("b", "");

    assertThat(problems())
        .containsExactly(
            bytes + ":1:1: the file is not text in UTF-8; save it as UTF-8",
            empty + ":1:1: the file is empty; it needs '- route:' or so");
  }

  @Test
  void shouldSayThatAPlaceholderMustStandInQuotes() {
    assertThat(check(FILE, HEAD.replace("timer:sample", "{{a.uri}}") + "        - to: direct:b\n"))
        .contains(
            "routes/source/sample.camel.yaml:5:7: what begins with '{{' must stand in quotes,"
                + " as '{{a.property}}'");
  }

  @Test
  void shouldSayThatAnAliasLeadsBackToItself() {
    assertThat(check(FILE, "- &a [*a]\n"))
        .anyMatch(problem -> problem.contains(":1:1: an alias leads back to where it stands"));
  }

  @Test
  void shouldSayThatATextIsNoRoute() {
    assertThat(check(FILE, "- bad\n"))
        .contains(
            "routes/source/sample.camel.yaml:1:3: a list of routes has items like '- route:' and no texts");
  }

  @Test
  void shouldSayThatAFileOfRoutesIsAList() {
    assertThat(check(FILE, HEAD.replace("- route:", "route:").replace("\n    ", "\n  ")))
        .containsExactly(
            "routes/source/sample.camel.yaml:1:1: a file of routes is a list; begin with '- route:'");
  }
}
