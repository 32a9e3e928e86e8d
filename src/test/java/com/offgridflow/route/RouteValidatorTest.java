package com.offgridflow.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteValidatorTest {
  private static final RouteValidator VALIDATOR = new RouteValidator(new CatalogEndpoints());
  private static final Path FILE = Path.of("routes", "source", "sample.camel.yaml");

  /** Lines 1 to 7; the steps follow from line 8 on. */
  private static final String HEAD =
      """
      - route:
          id: source-sample
          description: Shows the validator a route. Owner integration team.
          from:
            uri: timer:sample
            parameters: {period: 1000}
            steps:
      """;

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
  void shouldSuggestComponentForTypo() {
    assertThat(check("      - to: dirct:next\n"))
        .singleElement()
        .asString()
        .contains(":8:11: component 'dirct' is unknown; did you mean 'direct'");
  }

  @Test
  void shouldSuggestOptionForTypo() {
    assertThat(check("      - to: {uri: file:out, parameters: {fileNme: a.csv}}\n"))
        .singleElement()
        .asString()
        .contains("option 'fileNme' of 'file' is unknown; did you mean 'fileName'");
  }

  @Test
  void shouldRefuseValueThatTheOptionDoesNotTake() {
    assertThat(check("      - to: file:out?fileExist=Perhaps\n"))
        .singleElement()
        .asString()
        .contains("fileExist", "Perhaps", "Append");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to: {uri: aws2-s3:bucket, parameters: {secretKey: abc}}",
        "to: aws2-s3:bucket?accessKey={{s3.key}}",
        "to: smtp://mail.example?password=RAW(x)",
        "to: http://user:pass@host.example/x",
      })
  void shouldRefuseSecretsInEndpoints(String step) {
    assertThat(check("      - " + step + "\n")).anyMatch(problem -> problem.contains("#bean"));
  }

  @Test
  void shouldAcceptClientByName() {
    assertThat(check("      - to: aws2-s3:bucket?amazonS3Client=#s3\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log: 'got ${body}'",
        "log: {message: 'got ${bodyAs(String)}'}",
        "log: 'got ${body.name}'",
        "to: log:seen",
        "to: log:seen?showBody=false&showAll=true",
      })
  void shouldRefuseBodiesInTheLog(String step) {
    assertThat(check("      - " + step + "\n"))
        .singleElement()
        .asString()
        .contains(":8:11: the log must not show bodies");
  }

  @ParameterizedTest
  @ValueSource(strings = {"log: 'got ${header.count} rows'", "to: log:seen?showBody=false"})
  void shouldAcceptLogWithoutBody(String step) {
    assertThat(check("      - " + step + "\n")).isEmpty();
  }

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

  @Test
  void shouldKnowComponentsOfTheClassPathWithoutCatalog() {
    EndpointCheck check = EndpointCheck.ofClassPath();

    assertThat(check.problems(new EndpointUse("timer:a", Map.of()))).isEmpty();
    assertThat(check.problems(new EndpointUse("tmer:a", Map.of())))
        .singleElement()
        .asString()
        .contains("'tmer'");
  }

  private static List<String> check(String steps) {
    return check(FILE, HEAD + steps.indent(2));
  }

  private static List<String> check(Path file, String text) {
    return VALIDATOR.validate(file, text).stream().map(RouteProblem::toString).toList();
  }
}
