package com.offgridflow.database.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.tenant.wiring.TenantDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

@QuarkusTest
class RowBatchTest {
  private static final String INSERT =
      "insert into kept (run, id, name, amount, note, day) select ?, r.* from {rows} as r";

  @Inject TenantDatabase database;

  /** A handful is sent as it is, many rows with the columns that are alike sent once. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 101, 1000})
  void shouldStoreEachRowWhetherItsColumnsAreAlikeOrNot(int count) {
    RowBatch batch = new RowBatch("bigint, text, numeric, text, date");
    IntStream.range(0, count)
        .forEach(i -> batch.add(i, "alike", new BigDecimal(i + ".50"), null, "2024-02-29"));

    assertThat(stored(batch))
        .hasSize(count)
        .contains((count - 1) + " alike " + (count - 1) + ".50 null 2024-02-29");
  }

  /** The last row alone differs, in every column. */
  @Test
  void shouldSeeThatOneRowDiffers() {
    RowBatch batch = new RowBatch("bigint, text, numeric, text, date");
    IntStream.range(0, 150).forEach(i -> batch.add(7, null, 1, "n", "2024-01-01"));
    batch.add(8, "it's", new BigDecimal("1E+3"), null, null);

    assertThat(stored(batch))
        .hasSize(151)
        .containsOnlyOnce("8 it's 1000 null null")
        .contains("7 null 1 n 2024-01-01");
  }

  @Test
  void shouldDoNothingWithoutRows() {
    assertThat(stored(new RowBatch("bigint, text, numeric, text, date"))).isEmpty();
  }

  @Test
  void shouldRefuseARowOfAnotherWidth() {
    assertThatThrownBy(() -> new RowBatch("bigint, text").add(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 values for 2 columns");
  }

  private List<String> stored(RowBatch batch) {
    List<String> stored = new ArrayList<>();
    database.inTenant("batch", jdbc -> stored.addAll(keep(jdbc, batch)));
    return stored;
  }

  private static List<String> keep(JdbcTemplate jdbc, RowBatch batch) {
    jdbc.execute(
        "create temporary table kept (run bigint, id bigint, name text, amount numeric, note text,"
            + " day date) on commit drop");
    batch.update(jdbc, INSERT, 42L);
    String rows =
        "select concat_ws(' ', id, coalesce(name, 'null'), amount, coalesce(note, 'null'),"
            + " coalesce(day::text, 'null')) from kept where run = 42";
    return jdbc.queryForList(rows, String.class);
  }
}
