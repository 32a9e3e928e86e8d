package com.offgridflow.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.table.Columns.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final Columns COLUMNS = new Columns(List.of("id", "rate"), List.of("note"));

  @Test
  void shouldReadColumnsInAnyOrder() throws IOException {
    assertThat(read("rate,id\n0.5, a \n"))
        .containsExactly(new Row("row 1", Map.of("id", "a", "rate", "0.5"), List.of()));
  }

  @Test
  void shouldPassOverTheMarkThatSpreadsheetsPutInFront() throws IOException {
    assertThat(read("\uFEFFid,rate\na,0.5\n"))
        .extracting(Row::cells)
        .containsExactly(Map.of("id", "a", "rate", "0.5"));
  }

  @Test
  void shouldSayThatARowHasACommaTooMany() throws IOException {
    List<Row> rows = read("id,rate\na,0,5\nb,0.5\n");

    assertThat(rows.get(0).faults())
        .containsExactly(
            new Fault(
                "",
                "3",
                "the row has 3 cells, the header 2; a cell with a comma in it should stand in quotes"));
    assertThat(rows.get(1).faults()).isEmpty();
  }

  @Test
  void shouldTakeARowThatEndsBeforeItsLastColumns() throws IOException {
    assertThat(read("id,rate,note\na,0.5\n"))
        .containsExactly(new Row("row 1", Map.of("id", "a", "rate", "0.5"), List.of()));
  }

  @Test
  void shouldRefuseAHeaderThatLacksAColumn() {
    assertThatThrownBy(() -> read("id,note\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the header lacks column 'rate'; it has [id, note] and needs [id, rate]");
  }

  @Test
  void shouldRefuseAColumnThatIsUnknown() {
    assertThatThrownBy(() -> read("id,rate,notes\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column 'notes' is not known; known are [id, rate] and [note]");
  }

  @Test
  void shouldRefuseAColumnThatStandsTwice() {
    assertThatThrownBy(() -> read("id,rate,rate\na,1,2\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column 'rate' stands twice in the header; take one of them out");
  }

  @Test
  void shouldRefuseATableWhoseQuotesDoNotEnd() {
    assertThatThrownBy(() -> read("id,rate\n\"a,0.5\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the table is no CSV as in RFC 4180: ");
  }

  @Test
  void shouldRefuseATableInAnotherEncoding() {
    byte[] latin1 = "id,rate\nKöln,0.5\n".getBytes(StandardCharsets.ISO_8859_1);
    Reader reader =
        new InputStreamReader(
            new ByteArrayInputStream(latin1), StandardCharsets.UTF_8.newDecoder());

    assertThatThrownBy(() -> COLUMNS.read(reader, row -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the table is not in UTF-8; save it as CSV in UTF-8");
  }

  private static List<Row> read(String csv) throws IOException {
    List<Row> rows = new ArrayList<>();
    COLUMNS.read(new StringReader(csv), rows::add);
    return rows;
  }
}
