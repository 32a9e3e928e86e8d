package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Months that are read again: because they were delivered again, or because somebody asks. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class BackfillSyncTest {
  private static final String RUNS =
      """
      select concat_ws(' ', delivery, state, accepted, duplicate) from run where tenant_id = ?
      and source = 'bills' order by run_id""";
  private static final String KG =
      """
      select coalesce(sum(e.kg_co2e), 0)::text from emission e join activity a using (activity_id)
      where e.tenant_id = ? and e.superseded_at is null and a.superseded_at is null and e.counted""";

  @Inject Syncs syncs;
  @Inject TestWorker worker;
  @Inject TestLogin login;

  private Path directory;
  private String tenant;

  @BeforeEach
  void connect() {
    directory = Samples.directory();
    tenant = syncs.tenant("files", Map.of("location", directory.toString()));
  }

  private RequestSpecification admin() {
    return login.admin().contentType("application/json");
  }

  private String connection() {
    return "/api/v1/tenants/" + tenant + "/connections/bills";
  }

  private ValidatableResponse backfill(String from, String to) {
    return admin()
        .body("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to))
        .post(connection() + "/backfill")
        .then();
  }

  @Test
  void shouldEndWithTheSameWhetherAMonthIsDeliveredTwelveTimesOrOnce() throws IOException {
    for (int day = 1; day <= 12; day++) {
      // each day's bill has one day more, and prices all days anew
      String cost = Integer.toString(day);
      String[] costs = IntStream.range(0, day).mapToObj(i -> cost).toArray(String[]::new);
      MonthFiles.write(directory, "2024-09", costs);
      syncs.sync(tenant);
      syncs.sync(tenant);
    }
    String once = syncs.tenant("files", Map.of("location", directory.toString()));
    syncs.sync(once);

    String cost =
        """
        select count(*) || ' ' || sum(cost)::int from activity
        where tenant_id = ? and superseded_at is null""";
    // twelve days at 12 each
    assertThat(syncs.texts(tenant, cost)).containsExactly("12 144");
    assertThat(syncs.activities(tenant)).isEqualTo(syncs.activities(once));
    assertThat(syncs.texts(tenant, KG)).isEqualTo(syncs.texts(once, KG)).isNotEqualTo("0");
  }

  @Test
  void shouldReadTheMonthsOfTheRangeAgainAndAddNothing() throws IOException {
    MonthFiles.write(directory, "2024-07", "1");
    MonthFiles.write(directory, "2024-08", "1", "1");
    MonthFiles.write(directory, "2024-09", "1");
    syncs.sync(tenant);

    String id =
        backfill("2024-07", "2024-09")
            .statusCode(202)
            .body("progress.queued", is(2))
            .extract()
            .path("backfill");
    worker.drain();

    admin()
        .get(connection() + "/backfill/" + id)
        .then()
        .body("progress.succeeded", is(2))
        .body("months.month", contains("2024-07", "2024-08"));
    assertThat(syncs.texts(tenant, RUNS))
        .containsExactly(
            "2024-07.csv done 1 0",
            "2024-08.csv done 2 0",
            "2024-09.csv done 1 0",
            "2024-07.csv done 0 1",
            "2024-08.csv done 0 2");
  }

  @Test
  void shouldCancelTheMonthsThatAreNotDone() throws IOException {
    MonthFiles.write(directory, "2024-07", "1");

    String id = backfill("2024-07", "2024-10").extract().path("backfill");
    admin()
        .post(connection() + "/backfill/" + id + "/cancel")
        .then()
        .statusCode(200)
        .body("progress.cancelled", is(3));
    worker.drain();

    assertThat(syncs.texts(tenant, RUNS)).isEmpty();
  }

  @Test
  void shouldSayWhatARangeLooksLike() {
    backfill("2024-09", "2024-09").statusCode(400).body("errors.field", contains("to"));
    backfill("September", "2024-09").statusCode(400).body("errors[0].value", is("September"));
    backfill("1990-01", "2024-09").statusCode(400);
  }

  @Test
  void shouldNotKnowABackfillOrConnectionThatIsNone() {
    admin().get(connection() + "/backfill/nothing").then().statusCode(404);
    admin().get(connection() + "-2").then().statusCode(404);
  }

  @Test
  void shouldTellHowMuchOfADeliveryHasAnEstimate() throws IOException {
    MonthFiles.writeHalfKnown(directory, "2024-09", "0.6", "0.4");
    syncs.sync(tenant);

    admin()
        .get("/api/v1/tenants/" + tenant + "/runs?connection=bills")
        .then()
        .body("[0].coverage", hasSize(1))
        .body("[0].coverage[0].currency", is("USD"))
        .body("[0].coverage[0].cost.toString()", is("1.0"))
        .body("[0].coverage[0].cost_share.toString()", is("0.6"))
        .body("[0].coverage[0].lines", is(2))
        .body("[0].coverage[0].lines_share.toString()", is("0.5"))
        .body("[0].uncovered.service", contains("AmazonEC2"))
        .body("[0].uncovered[0].cost.toString()", is("0.4"));
  }

  @Test
  void shouldTellHowAConnectionStands() {
    admin()
        .get(connection())
        .then()
        .statusCode(200)
        .body("kind", is("files"))
        .body("held_runs", is(0))
        .body("cursors", hasSize(0));
  }
}
