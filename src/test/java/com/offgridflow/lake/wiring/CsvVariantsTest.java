package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.LakeException;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets, other systems and people in a hurry make of a billing CSV. */
class CsvVariantsTest {

  private static final BillingFormat CUR = ShippedFormats.of("aws-cur");
  private static final String HEADER =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit";
  private static final String ROW =
      "Usage,2024-09-02T00:00:00Z,1,AmazonEC2,NatGateway-Hours,1,0.5,USD,Hrs";

  @TempDir Path directory;

  private final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  private Delivery opened(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("cur.csv"), text);
    return lake.reader().open(CUR, List.of(file), lake.scratch());
  }

  /** Two rows of 0.5 USD each. */
  private void assertBothRowsRead(Delivery delivery) {
    List<Group> groups = lake.groups(delivery);
    assertThat(delivery.rows()).isEqualTo(2);
    assertThat(groups.stream().mapToLong(Group::lines).sum()).isEqualTo(2);
    assertThat(groups.stream().map(Group::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H\nR\nR\n\r\n",
        "H\r\nR\nR\n",
        "H\nR\r\nR\n",
        "H\nR\nR\r\n",
        "\uFEFFH\r\nR\nR",
        "H\r\nR\r\nR\r",
        "H\r\n\r\nR\r\n\n\r\nR",
      })
  void shouldReadRowsThatEndInDifferentWays(String layout) throws IOException {
    assertBothRowsRead(opened(layout.replace("H", HEADER).replace("R", ROW)));
  }

  @Test
  void shouldReadAFileWhereAllIsQuotedBehindAByteOrderMark() throws IOException {
    Function<String, String> quoted = line -> '"' + line.replace(",", "\",\"") + "\"\r\n";
    Delivery delivery =
        opened("\uFEFF" + Stream.of(HEADER, ROW, ROW).map(quoted).collect(Collectors.joining()));

    assertThat(delivery.files().get(0).readable()).isEqualTo(directory.resolve("cur.csv"));
    assertBothRowsRead(delivery);
  }

  @Test
  void shouldRejectOnlyTheMalformedRowOfAFileFromWindows() throws IOException {
    String twoLines = ROW.replace("NatGateway-Hours", "\"Nat\r\nGateway\"");
    Delivery delivery = opened(String.join("\r\n", HEADER, twoLines, ROW + ",one more", ROW, ""));

    List<Group> groups = lake.groups(delivery);
    assertThat(groups.stream().mapToLong(Group::lines).sum()).isEqualTo(2);
    assertThat(lake.reader().rejected(delivery, 2))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.row()).isEqualTo(3);
              assertThat(row.expected()).isEqualTo("9 fields instead of 10");
            });
  }

  @Test
  void shouldRejectARowWithACarriageReturnInItsMiddle() throws IOException {
    Delivery delivery = opened(HEADER + "\n" + ROW.replace("Nat", "N\rat") + "\n" + ROW + "\n");

    assertThat(lake.groups(delivery).stream().mapToLong(Group::lines).sum()).isEqualTo(1);
    assertThat(lake.reader().rejected(delivery, 1))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.row()).isEqualTo(2);
              assertThat(row.expected()).isEqualTo("a line feed after the carriage return");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %PDF-1.7              | is a PDF; ask for the bill as CSV
          BZh91AY&SY            | is compressed with bzip2; deliver it as plain CSV, gzip, zip or Parquet
          ORC                   | is an ORC file; deliver it as plain CSV, gzip, zip or Parquet
          sep=;                 | begins with Excel's line 'sep=;'; delete that line, so that the first names the columns, and separate by commas
          "sep=,"               | begins with Excel's line '"sep=,"'; delete that line, so that the first names the columns, and separate by commas
          PARE                  | is encrypted Parquet; deliver it unencrypted
          """)
  void shouldSayWhatAFileIsThatCannotBeABill(String start, String problem) throws IOException {
    Path file = Files.writeString(directory.resolve("bill.csv"), start);

    assertThatThrownBy(() -> lake.reader().recognise(file, lake.scratch()))
        .isInstanceOf(LakeException.class)
        .hasMessage(file + " " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [Content_Types].xml,xl/workbook.xml | is an Office document; save it as CSV in UTF-8
          mimetype,content.xml                | is an OpenDocument file; save it as CSV in UTF-8
          a.csv,b.csv | holds 2 files; a billing zip holds exactly one, so unpack it and deliver each by itself
          a/          | holds 0 files; a billing zip holds exactly one, so unpack it and deliver each by itself
          """)
  void shouldSayWhatAZipIsThatCannotBeABill(String entries, String problem) throws IOException {
    Path file = zip(entries.split(","));

    assertThatThrownBy(() -> lake.reader().recognise(file, lake.scratch()))
        .hasMessage(file + " " + problem);
  }

  @Test
  void shouldNotCountWhatMacosAddsToAZip() throws IOException {
    Path file = zip("cur.csv", "__MACOSX/._cur.csv", ".DS_Store");

    assertBothRowsRead(lake.reader().open(CUR, List.of(file), lake.scratch()));
  }

  private Path zip(String... entries) throws IOException {
    Path file = directory.resolve("bill.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write((HEADER + "\n" + ROW + "\n" + ROW + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
