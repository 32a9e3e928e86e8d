package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.lake.LakeException;
import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.Recognition.Unrecognised;
import com.offgridflow.lake.ShippedFormats;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which format a file is of, and what it lacks to be of one. */
class LakeReaderRecognitionTest extends CurFiles {
  @ParameterizedTest
  @CsvSource({
    "';', UTF-8, looks like aws-cur, but its columns are separated by semicolons",
    "'\t', UTF-8, looks like aws-cur, but its columns are separated by tabs",
    "',', UTF-16, is written in UTF-16",
    "',', UTF-16LE, is written in UTF-16",
  })
  void shouldSayHowAFileIsWrittenOtherwise(String separator, String charset, String message)
      throws IOException {
    Path file = directory.resolve("cur.csv");
    String text = (HEADER + "\n" + GOOD + "\n").replace(",", separator);
    Files.write(file, text.getBytes(Charset.forName(charset)));

    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(file), lake.scratch()))
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseLinesThatEndInACarriageReturnAlone() throws IOException {
    Path file = Files.writeString(directory.resolve("cur.csv"), HEADER + "\r" + GOOD + "\r");

    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(file), lake.scratch()))
        .hasMessageContaining("ends its lines with a carriage return alone");
  }

  @Test
  void shouldPutNoControlCharactersIntoAMessage() throws IOException {
    Path file = Files.write(directory.resolve("x"), new byte[] {27, 91, 50, 74, 8, 'a', ',', 'b'});

    assertThat(((Unrecognised) lake.reader().recognise(file, lake.scratch())).message())
        .contains("Its header has: ?[2J?a, b");
  }

  @Test
  void shouldNameTheMissingColumnAndWhatStandsNearIt() throws IOException {
    Path file = file("cur.csv", HEADER.replace("UsageAmount", "UsageAmonut"), GOOD);

    assertThat(lake.reader().recognise(file, lake.scratch()))
        .isInstanceOfSatisfying(
            Unrecognised.class,
            no ->
                assertThat(no.message())
                    .isEqualTo(
                        file
                            + " looks like aws-cur but lacks lineItem/UsageAmount (there is"
                            + " lineItem/UsageAmonut)"));
  }

  @Test
  void shouldSayWhatEachFormatWouldHaveNeeded() throws IOException {
    assertThat(message("name,colour"))
        .contains("x.csv", "name, colour", "for focus ChargeCategory", "for aws-cur-2");
  }

  @Test
  void shouldNameTheFormatsAloneToATextThatIsNoTable() throws IOException {
    assertThat(message("# Read me first"))
        .contains(
            "x.csv", "# Read me first", "focus (ChargeCategory, ...)", "aws-cur-2 (line_item_")
        .doesNotContain("ServiceName");
  }

  private String message(String header) throws IOException {
    Path file = file("x.csv", header, "a,b");
    return ((Unrecognised) lake.reader().recognise(file, lake.scratch())).message();
  }

  @Test
  void shouldTellCur2FromLegacyByItsProductMap() throws IOException {
    String cur2 =
        "line_item_line_item_type,line_item_usage_start_date,line_item_usage_account_id,"
            + "line_item_product_code,line_item_usage_type,line_item_usage_amount,"
            + "line_item_unblended_cost,line_item_currency_code,pricing_unit";

    assertThat(
            ((Recognised) lake.reader().recognise(file("a", cur2 + ",product"), lake.scratch()))
                .format()
                .code())
        .isEqualTo("aws-cur-2");
    assertThat(
            ((Recognised) lake.reader().recognise(file("b", cur2), lake.scratch())).format().code())
        .isEqualTo("aws-cur");
  }

  @Test
  void shouldSayThatAFileIsEmptyOrIsNoParquet() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty"));
    Path parquet = Files.writeString(directory.resolve("p"), "PAR1 nothing of the sort PAR1");

    assertThatThrownBy(() -> lake.reader().recognise(empty, lake.scratch()))
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> lake.reader().recognise(parquet, lake.scratch()))
        .isInstanceOf(LakeException.class)
        .hasMessageStartingWith(parquet.toString());
  }

  @Test
  void shouldRefuseAFileOfAnotherFormatInADelivery() throws IOException {
    Path cur = file("cur.csv", HEADER, GOOD);

    assertThatThrownBy(
            () -> lake.reader().open(ShippedFormats.of("focus"), List.of(cur), lake.scratch()))
        .hasMessageContaining("is aws-cur, not focus");
  }
}
