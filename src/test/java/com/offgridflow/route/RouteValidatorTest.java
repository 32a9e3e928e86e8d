package com.offgridflow.route;

import static com.offgridflow.route.CheckedRoutes.FILE;
import static com.offgridflow.route.CheckedRoutes.HEAD;
import static com.offgridflow.route.CheckedRoutes.VALIDATOR;
import static com.offgridflow.route.CheckedRoutes.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps and fields, as YAML and as routes. */
class RouteValidatorTest {
  @Test
  void shouldFindNothingWrongInTheProjectsRoutes() {
    List<RouteProblem> problems =
        List.of(
                "src/main/resources/routes",
                "src/main/resources/kamelets",
                "src/test/resources/console",
                "src/test/resources/signal")
            .stream()
            .map(Path::of)
            .filter(Files::isDirectory)
            .flatMap(folder -> VALIDATOR.validateAll(folder).stream())
            .toList();

    assertThat(problems).isEmpty();
  }

  @Test
  void shouldAcceptGoodRoute() {
    assertThat(check("      - to: direct:next\n")).isEmpty();
  }

  @Test
  void shouldSuggestStepForTypo() {
    String steps =
        """
              - setBody: {constant: a}
              - setPropety:
                  name: seen
                  constant: b
        """;

    // line 8 is the first step, column 11 the letter s of setPropety
    assertThat(check(steps))
        .containsExactly(
            "routes/source/sample.camel.yaml:9:11: 'setPropety' is unknown here;"
                + " did you mean 'setProperty'?");
  }

  @Test
  void shouldSuggestFieldForTypoWithinStep() {
    assertThat(check("      - bean: {reff: x}\n"))
        .containsExactly(
            "routes/source/sample.camel.yaml:8:18: 'reff' is unknown here; did you mean 'ref'?");
  }

  @Test
  void shouldSayWhichFieldIsMissing() {
    assertThat(check("      - setProperty: {constant: a}\n"))
        .containsExactly("routes/source/sample.camel.yaml:8:11: 'name' is missing here");
  }

  @Test
  void shouldRefuseTwoExpressionsAtOnce() {
    assertThat(check("      - setBody: {simple: a, constant: b}\n"))
        .containsExactly(
            "routes/source/sample.camel.yaml:8:11: says the same in two ways; keep one");
  }

  @Test
  void shouldRefuseListWhereAnEndpointBelongs() {
    assertThat(check("      - to: [direct:a]\n"))
        .containsExactly(
            "routes/source/sample.camel.yaml:8:11: has none of the forms that Camel knows here");
  }

  @Test
  void shouldRefuseTextWhereATruthValueBelongs() {
    assertThat(check("      - split: {tokenize: ',', streaming: perhaps}\n"))
        .singleElement()
        .asString()
        .contains("string found, boolean expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setBody: {constant: 5}",
        "setBody: {simple: true}",
        "split: {tokenize: ',', streaming: '{{split.streaming}}'}",
        "delay: {constant: 100}",
      })
  void shouldAcceptWhatCamelTakesThoughItsSchemaDoesNot(String step) {
    assertThat(check("      - " + step + "\n")).isEmpty();
  }

  @Test
  void shouldNameThePlaceWhereYamlBreaks() {
    // the tab that YAML does not allow stands in line 2
    assertThat(check(FILE, "- route:\n\tid: x\n"))
        .singleElement()
        .asString()
        .startsWith("routes/source/sample.camel.yaml:2:1: no YAML:");
  }

  @Test
  void shouldRefuseTheSameFieldTwice() {
    String text = HEAD.replace("    from:", "    id: source-sample\n    from:");

    assertThat(check(FILE, text + "      - to: direct:next\n"))
        .anyMatch(problem -> problem.contains(":4:5: 'id' stands here for the second time"));
  }

  @Test
  void shouldRefuseEmptyFile() {
    assertThat(check(FILE, "# nothing\n")).singleElement().asString().contains("empty");
  }

  @Test
  void shouldCheckKamelets() {
    String kamelet =
        """
        apiVersion: camel.apache.org/v1
        kind: Kamelet
        metadata:
          name: bill-sink
          labels:
            camel.apache.org/kamelet.type: sink
        spec:
          definition:
            properties:
              bucket:
                title: Bucket
                description: Where bills go
          template:
            from:
              uri: kamelet:source
              steps:
                - tu: direct:x
        """;

    assertThat(check(Path.of("kamelets", "bill-sink.kamelet.yaml"), kamelet))
        .satisfiesExactly(
            problem -> assertThat(problem).contains(":10:7: property 'bucket' needs \"example\""),
            problem ->
                assertThat(problem).contains(":17:11: 'tu' is unknown here; did you mean 'to'"));
  }
}
