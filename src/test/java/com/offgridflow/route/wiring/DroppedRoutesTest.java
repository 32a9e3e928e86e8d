package com.offgridflow.route.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.wiring.LogCapture;
import com.offgridflow.route.RouteValidator;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Route files that come, change and go while the hub runs. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class DroppedRoutesTest {
  /** Lines 1 to 8; what is added begins on line 9. */
  private static final String GOOD =
      """
      - route:
          id: source-toy
          description: "A source for this test. Owner: tests."
          from:
            uri: direct:source-toy
            steps:
              - setBody:
                  simple: first ${body}
      """;

  @Inject CamelContext camel;
  @Inject ProducerTemplate producer;
  @Inject DroppedRoutes dropped;
  @Inject RunningHub hub;

  @ConfigProperty(name = "route.directory")
  Path directory;

  private Path file() {
    return directory.toAbsolutePath().normalize().resolve("source/toy.camel.yaml");
  }

  /** The test looks when it wants to. */
  @BeforeEach
  void pauseTheTimer() throws Exception {
    camel.getRouteController().stopRoute("core-routes");
  }

  @AfterEach
  void clearAndGoOn() throws Exception {
    Files.deleteIfExists(file());
    dropped.look();
    camel.getRouteController().startRoute("core-routes");
  }

  /** What was logged while the hub took notice of the text. */
  private List<String> drop(Path file, String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return looked();
  }

  private List<String> looked() throws Exception {
    LogCapture log = new LogCapture();
    log.during(
        DroppedRoutes.class,
        () -> {
          dropped.look();
          dropped.look();
          dropped.look();
        });
    return log.lines();
  }

  private String answer() {
    return producer.requestBody("direct:source-toy", "row", String.class);
  }

  @Test
  void shouldFindNothingWrongInTheHubsOwnRoutes() {
    assertThat(new RouteValidator(hub, hub).validateAll(Path.of("src/main/resources/routes")))
        .isEmpty();
  }

  @Test
  void shouldTakeUpAFileThatWasAddedThenChanged() throws Exception {
    drop(file(), GOOD);
    assertThat(answer()).isEqualTo("first row");

    drop(file(), GOOD.replace("first", "second"));
    assertThat(answer()).isEqualTo("second row");
  }

  @Test
  void shouldTakeTheLastOfTwoChangesThatFollowQuickly() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), GOOD);
    dropped.look();
    drop(file(), GOOD.replace("first", "second"));

    assertThat(answer()).isEqualTo("second row");
  }

  @Test
  void shouldEndTheRoutesOfAFileThatIsGone() throws Exception {
    drop(file(), GOOD);
    Files.delete(file());

    assertThat(looked()).singleElement().asString().contains("toy.camel.yaml is gone: no route");
    assertThat(camel.getRoute("source-toy")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          setBody:              | setBdy:                    | :7:11: 'setBdy' is unknown here; did you mean 'setBody'?
          simple: first ${body} | simple: first ${bdy}       | :8:13: simple: Unknown function: bdy
          simple: first ${body} | simpel: first ${body}      | :8:13: 'simpel' is unknown here; did you mean 'simple' or 'spel'?
          direct:source-toy     | dirct:source-toy           | :4:5: endpoint 'dirct:source-toy': the hub has no component 'dirct'
          direct:source-toy     | timer:toy?perod=5          | :4:5: option 'perod' of 'timer' is unknown; did you mean 'period'?
          direct:source-toy     | timer:toy?period=often     | :4:5: option 'period' of 'timer' takes a whole number or a time such as 500 or 30s, not 'often'
          direct:source-toy     | timer:toy?fixedRate=perhaps | :4:5: option 'fixedRate' of 'timer' takes true or false, not 'perhaps'
          direct:source-toy     | file:toy?sortBy=${nonsense} | Camel cannot make a route of it
          direct:source-toy     | file:toy?readLock=perhaps  | Camel cannot make a route of it
          direct:source-toy     | timer:toy?password=abc     | :4:5: option 'password' is a secret
          direct:source-toy     | direct:source-focus        | :4:5: 'direct:source-focus' is where a route in
          direct:source-toy     | {{toy.uri}}                | :5:7: what begins with '{{' must stand in quotes
          id: source-toy        | id: source-toi             | :2:5: id 'source-toi' must be 'source-toy'
          Owner: tests.         | Nobody's.                  | :3:5: a description must say what the route does and name its owner
          """)
  void shouldSayWhatIsWrongAndLetTheVersionBeforeGoOn(String right, String wrong, String message)
      throws Exception {
    drop(file(), GOOD);
    assertThat(GOOD).contains(right);

    assertThat(drop(file(), GOOD.replace(right, wrong)))
        .singleElement()
        .asString()
        .contains(file().toString(), message, "[source-toy] run as they did");
    assertThat(answer()).isEqualTo("first row");
    assertThat(drop(file(), GOOD.replace("first", "mended"))).hasSize(1);
    assertThat(answer()).isEqualTo("mended row");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          to: direct:core-deliverys                       | no route begins with 'direct:core-deliverys'; did you mean 'direct:core-delivery'
          bean: {ref: deliverys, method: find}            | there is no bean 'deliverys'; did you mean 'deliveries'
          bean: {ref: deliveries, method: fnd}            | bean 'deliveries' has no method 'fnd'; did you mean 'find'?
          filter: {simple: '${body} ==', steps: []}       | simple:
          """)
  void shouldSayWhichStepLeadsNowhere(String step, String message) throws Exception {
    assertThat(drop(file(), GOOD + "        - " + step + "\n"))
        .singleElement()
        .asString()
        .contains(file() + ":9:", message, "no route of it runs");
    assertThat(camel.getRoute("source-toy")).isNull();
  }

  @Test
  void shouldSayAnEmptyFileAndBytesThatAreNotUtf8() throws Exception {
    assertThat(drop(file(), "")).singleElement().asString().contains("the file is empty");

    Files.write(file(), new byte[] {'-', ' ', (byte) 0xFC});
    assertThat(looked()).singleElement().asString().contains(":1:1: the file is not text in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toy.camel.yaml", "source/a/toy.camel.yaml", "source/toy.yml"})
  void shouldSayThatAFileIsNotWhereRoutesAre(String place) throws Exception {
    Path misplaced = directory.toAbsolutePath().normalize().resolve(place);
    try {
      assertThat(drop(misplaced, GOOD))
          .singleElement()
          .asString()
          .contains(
              misplaced + ": a file of routes is <folder>/<file>.camel.yaml",
              "such as source/oracle-focus.camel.yaml");
    } finally {
      Files.delete(misplaced);
    }
  }

  @Test
  void shouldReadAFileThatBeginsWithAByteOrderMark() throws Exception {
    assertThat(drop(file(), "\uFEFF" + GOOD)).singleElement().asString().contains("took up");
    assertThat(answer()).isEqualTo("first row");
  }

  /** The shipped source-focus hands over to core-deliveries and answers nothing by itself. */
  @Test
  void shouldTakeThePlaceOfAShippedFileUntilItIsGone() throws Exception {
    Path own = file().resolveSibling("focus.camel.yaml");
    try {
      drop(own, GOOD.replace("source-toy", "source-focus"));
      assertThat(producer.requestBody("direct:source-focus", (Object) "row"))
          .isEqualTo("first row");
    } finally {
      Files.delete(own);
    }
    assertThat(looked())
        .singleElement()
        .asString()
        .contains("[source-focus] run as they are shipped");
    assertThat(camel.getRoute("source-focus").getSourceLocation()).contains("routes/source/focus");
  }
}
