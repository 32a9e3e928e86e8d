package com.offgridflow.source.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.upstream.wiring.Figures;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month that lost more than half of what it had is kept back until somebody decides. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class HeldSyncTest {
  @Inject Syncs syncs;
  @Inject TestWorker worker;
  @Inject TestLogin login;

  private Path directory;
  private String tenant;

  @BeforeEach
  void deliverTwoMonths() throws IOException {
    directory = Samples.directory();
    tenant = syncs.tenant("files", Map.of("location", directory.toString()));
    MonthFiles.write(directory, "2024-08", "1", "1", "1", "1");
    MonthFiles.write(directory, "2024-09", "1", "1", "1", "1");
    syncs.sync(tenant);
  }

  private String runs() {
    return "/api/v1/tenants/" + tenant + "/runs";
  }

  private int heldRun() {
    return login
        .admin()
        .get(runs() + "?state=held")
        .then()
        .statusCode(200)
        .extract()
        .path("[0].run");
  }

  private List<String> days() {
    return syncs.texts(
        tenant,
        """
        select to_char(period_start at time zone 'UTC', 'MM-DD') from activity
        where tenant_id = ? and superseded_at is null order by 1""");
  }

  @Test
  void shouldHoldAMonthThatLostMoreThanHalfOfItsLinesAndTakeInTheOther() throws IOException {
    MonthFiles.write(directory, "2024-08", "1");
    MonthFiles.write(directory, "2024-09", "1", "1", "1", "1", "1");
    double held = Figures.sum("hub_runs_held");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(Figures.sum("hub_runs_held")).isEqualTo(held + 1);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.tally(tenant, done)).containsEntry("held", "1").containsEntry("taken", "1");
    assertThat(days())
        .containsExactly(
            "08-01", "08-02", "08-03", "08-04", "09-01", "09-02", "09-03", "09-04", "09-05");
    login
        .admin()
        .get(runs() + "?state=held")
        .then()
        .body("", hasSize(1))
        .body("[0].delivery", is("2024-08.csv"))
        .body("[0].cause", containsString("activities 1 instead of 4"))
        .body("[0].shrinkage.measure", contains("activities", "cost", "lines"))
        .body("[0].shrinkage.before", contains(4, 4, 4))
        .body("[0].shrinkage.after", contains(1, 1, 1));
  }

  @Test
  void shouldHoldAMonthThatComesOnceMoreUnderAnotherName() throws IOException {
    byte[] month = Files.readAllBytes(directory.resolve("2024-09.csv"));
    try (OutputStream copy =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("copy of 2024-09")))) {
      copy.write(month);
    }

    Syncs.Done done = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, done)).containsEntry("held", "1").containsEntry("taken", "0");
    assertThat(days()).hasSize(8);
    assertThat(syncs.runs(tenant))
        .contains(
            "held: has the same records as delivery 2024-09.csv, which counts already; discard it, or confirm it where both are to count");
  }

  @Test
  void shouldCountAMonthTwiceWhereAnAdministratorSaysSo() throws IOException {
    Files.copy(directory.resolve("2024-09.csv"), directory.resolve("another cloud.csv"));
    syncs.sync(tenant);

    login.admin().post(runs() + "/" + heldRun() + "/confirm").then().statusCode(200);
    worker.drain();

    assertThat(days()).hasSize(12);
  }

  @Test
  void shouldTakeInAMonthOfWhichHalfIsLeft() throws IOException {
    MonthFiles.write(directory, "2024-08", "1", "1");

    syncs.sync(tenant);

    assertThat(days()).hasSize(6);
  }

  @Test
  void shouldHoldAMonthWhoseCostAloneShrank() throws IOException {
    // 0.49 each instead of 1: 1.96 of 4
    MonthFiles.write(directory, "2024-08", "0.49", "0.49", "0.49", "0.49");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, done)).containsEntry("held", "1");
    assertThat(syncs.runs(tenant))
        .contains(
            "held: shrank by more than half: cost 1.96 instead of 4 USD; confirm or discard it");
  }

  @Test
  void shouldHoldAMonthThatBecameEmpty() throws IOException {
    MonthFiles.write(directory, "2024-08");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, done)).containsEntry("held", "1");
    assertThat(days()).hasSize(8);
  }

  @Test
  void shouldGoOnHoldingWhatIsDeliveredOnceMoreUndecided() throws IOException {
    MonthFiles.write(directory, "2024-08", "1");
    syncs.sync(tenant);

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again))
        .containsEntry("held", "1")
        .containsEntry("unchanged", "1");
    login.admin().get(runs() + "?state=held").then().body("", hasSize(1));
  }

  @Test
  void shouldTakeInWhatAnAdministratorConfirms() throws IOException {
    MonthFiles.write(directory, "2024-08", "1");
    syncs.sync(tenant);
    int run = heldRun();

    login
        .admin()
        .post(runs() + "/" + run + "/confirm")
        .then()
        .statusCode(200)
        .body("state", is("confirmed"))
        .body("decided_by", is("test"));
    worker.drain();

    assertThat(days()).containsExactly("08-01", "09-01", "09-02", "09-03", "09-04");
    login
        .admin()
        .post(runs() + "/" + run + "/discard")
        .then()
        .statusCode(409)
        .body("detail", containsString("is confirmed"));
  }

  @Test
  void shouldLeaveWhatIsThereWhenAnAdministratorDiscards() throws IOException {
    MonthFiles.write(directory, "2024-08", "1");
    syncs.sync(tenant);

    login.admin().post(runs() + "/" + heldRun() + "/discard").then().statusCode(200);
    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again))
        .containsEntry("held", "0")
        .containsEntry("unchanged", "2");
    assertThat(days()).hasSize(8);
  }

  @Test
  void shouldDropTheHoldWhenTheMonthIsWholeAgain() throws IOException {
    MonthFiles.write(directory, "2024-08", "1");
    syncs.sync(tenant);
    int run = heldRun();
    MonthFiles.write(directory, "2024-08", "1", "1", "1", "1", "2");

    syncs.sync(tenant);

    assertThat(days()).hasSize(9);
    login
        .admin()
        .get(runs() + "/" + run)
        .then()
        .body("state", is("discarded"))
        .body("cause", containsString("a later delivery took its place"));
  }

  @Test
  void shouldLetNobodyDecideWithoutALogin() {
    given().post(runs() + "/1/confirm").then().statusCode(401);
  }
}
