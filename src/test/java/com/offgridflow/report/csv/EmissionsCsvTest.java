package com.offgridflow.report.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EmissionsCsvTest {
  private static final String COPIED =
      "2\t1000002\t2024-01-03\t2024-01-04\t3\t1\taverage-data\toperational\t0.246913578\t\\N\t"
          + "cloud.compute\taws\t%s\teu-central-1\t24.5\th\tcloud-compute\t"
          + "ember-2026:DE ccf-2024:aws\tbilling\tkey-2\t1\tcur.parquet\t"
          + "0a".repeat(32)
          + "\trow 2\n";

  @Test
  void shouldWriteARowForEachEmissionWithItsEvidence() throws IOException {
    String[] lines = text(COPIED.formatted("i-2")).split("\r\n");

    assertThat(lines).hasSize(2);
    assertThat(lines[0]).startsWith("emission,activity,period_start,").endsWith(",locator");
    assertThat(lines[1])
        .isEqualTo(
            "2,1000002,2024-01-03,2024-01-04,3,1,average-data,operational,0.246913578,,"
                + "cloud.compute,aws,i-2,eu-central-1,24.5,h,cloud-compute,"
                + "ember-2026:DE ccf-2024:aws,billing,key-2,1,cur.parquet,"
                + "0a".repeat(32)
                + ",row 2");
  }

  @Test
  void shouldKeepTextOfABillFromRunningAsAFormula() throws IOException {
    assertThat(text(COPIED.formatted("=cmd|' /C calc'!A0"))).contains(",\"'=cmd|' /C calc'!A0\",");
  }

  /** A credit note's quantity is below zero, and stays a number. */
  @Test
  void shouldLeaveNumbersBelowZeroAsTheyAre() throws IOException {
    assertThat(text(COPIED.formatted("i-2").replace("\t24.5\t", "\t-24.5\t"))).contains(",-24.5,h");
  }

  @Test
  void shouldRefuseARowOfAnotherTable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> text("1\t2\n"))
        .withMessage("a copied row has 2 cells, the table 24 columns");
  }

  /** Escapes as PostgreSQL's documentation of COPY lists them. */
  @Property
  void shouldWriteWhateverTextTheWayOtherTablesDo(@ForAll("rows") List<String> cells)
      throws IOException {
    String copied = cells.stream().map(this::escaped).collect(Collectors.joining("\t")) + "\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CopiedCsv(out, new boolean[cells.size()]).row(copied.getBytes(StandardCharsets.UTF_8));

    String expected =
        new String(new CsvTable("x").row(cells.toArray()).bytes(), StandardCharsets.UTF_8);
    assertThat("x\r\n" + out.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<String>> rows() {
    return Arbitraries.strings()
        .withChars("=+-@'\",\\\b\f\n\r\t\u000b Nbßλ€")
        .ofMaxLength(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private String escaped(String cell) {
    return cell.replace("\\", "\\\\")
        .replace("\b", "\\b")
        .replace("\f", "\\f")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
        .replace("\u000b", "\\v");
  }

  private static String text(String copied) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EmissionsCsv(out).copied(copied.getBytes(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
