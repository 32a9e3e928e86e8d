package com.offgridflow.route;

import static com.offgridflow.route.CheckedRoutes.check;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components, their options, and what may not stand there. */
class RouteEndpointsTest {
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
        "to: https://host.example/x?api_key=abc",
        "to: https://host.example/x?sv=2024&sig=abc",
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
}
