package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.LakeException;
import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.Recognition.Unrecognised;
import com.offgridflow.lake.RejectedRow;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.wiring.Lake.Group;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeReaderTest {

  private static final BillingFormat CUR = ShippedFormats.of("aws-cur");
  private static final String HEADER =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit";
  private static final String GOOD =
      "Usage,2024-09-02T00:00:00Z,1,AmazonEC2,NatGateway-Hours,1,0.5,USD,Hrs";

  @TempDir Path directory;

  private final Lake lake = new Lake();

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  private Path file(String name, String... lines) throws IOException {
    return Lake.write(directory.resolve(name), lines);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 512, true)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private long lines(Delivery delivery) {
    return lake.groups(delivery).stream().mapToLong(Group::lines).sum();
  }

  /** Twelve places after the point, rounded half away from zero. */
  @ParameterizedTest
  @CsvSource({
    "14.3040000000, 14.304",
    "999999.9999999999994, 999999.999999999999",
    "999999.9999999999995, 1000000",
    "12345678901234567890.5, 12345678901234567890.5",
    "-1000000.0000000000005, -1000000.000000000001",
    "1e6, 1000000",
    "5e-13, 0.000000000001",
  })
  void shouldReadNumbersOfAnySizeExactly(String written, BigDecimal read) throws IOException {
    Path file = file("cur.csv", HEADER, GOOD.replace(",1,0.5,", "," + written + ",0.5,"));

    List<Group> groups = lake.groups(lake.reader().open(CUR, List.of(file), lake.scratch()));

    assertThat(groups.get(0).quantity()).isEqualByComparingTo(read);
  }

  @Test
  void shouldReadALineThatIsLongerThanTheEnginesOwnLimit() throws IOException {
    String wide = GOOD.replace("NatGateway-Hours", "x".repeat(5 << 20));
    Path file = file("cur.csv", HEADER, GOOD, wide);

    assertThat(lines(lake.reader().open(CUR, List.of(file), lake.scratch()))).isEqualTo(2);
  }

  @Test
  void shouldRejectOnlyTheRowsWithUnusableValues() throws IOException {
    Path file =
        file(
            "cur.csv",
            HEADER,
            GOOD,
            GOOD.replace(",1,0.5,", ",many,0.5,"),
            GOOD.replace("2024-09-02T", "02/09/2024 "),
            GOOD.replace(",0.5,", ",,"),
            GOOD);
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(2);
    assertThat(lake.reader().rejected(delivery, 2))
        .extracting(RejectedRow::message)
        .containsExactly(
            file
                + ", row 3, column lineItem/UsageAmount: 'many' is not usable; expected a plain number such as 12.5, below 10^20",
            file
                + ", row 4, column lineItem/UsageStartDate: '02/09/2024 00:00:00Z' is not usable; expected a time such as 2024-09-01T00:00:00Z, of the years 1970 to 2099",
            file
                + ", row 5, column lineItem/UnblendedCost: has no value; expected a plain number such as 12.5, below 10^20");
  }

  @Test
  void shouldRejectMalformedRowsAndKeepCountingInTheDeliveredFile() throws IOException {
    Path file =
        file(
            "cur.csv",
            HEADER,
            GOOD,
            GOOD + ",more",
            "Usage,2024-09-02T00:00:00Z",
            GOOD.replace("NatGateway-Hours", "\"NatGateway-Hours"),
            GOOD.replace("NatGateway-Hours", "\"two\nlines\""),
            GOOD.replace(",1,0.5,", ",x,0.5,"),
            GOOD);
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(delivery.rows()).isEqualTo(7);
    assertThat(lines(delivery)).isEqualTo(3);
    assertThat(lake.reader().rejected(delivery, 3))
        .extracting(RejectedRow::row, RejectedRow::expected)
        .containsExactlyInAnyOrder(
            tuple(3L, "9 fields instead of 10"),
            tuple(4L, "9 fields instead of 2"),
            tuple(5L, "a comma after the closing quote"),
            tuple(7L, "a plain number such as 12.5, below 10^20"));
  }

  /**
   * What lies beside a delivery is the next sync's delivery, and its directory may be read-only.
   */
  @Test
  void shouldMakeNothingBesideADelivery() throws IOException {
    Path zip = directory.resolve("cur.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.csv"));
      out.write(String.join("\n", HEADER, GOOD, GOOD + ",more").getBytes(StandardCharsets.UTF_8));
    }

    Delivery delivery = lake.reader().open(CUR, List.of(zip), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(1);
    assertThat(lake.reader().rejected(delivery, 1))
        .extracting(RejectedRow::file)
        .containsExactly(zip);
    assertThat(directory)
        .isDirectoryContaining(zip::equals)
        .isDirectoryNotContaining(f -> !f.equals(zip));
  }

  /** 10^20 vCPU-hours are what the whole world's computers could not use in a thousand years. */
  @ParameterizedTest
  @CsvSource({
    "lineItem/UsageAmount, 100000000000000000000",
    "lineItem/UsageAmount, -1e30",
    "lineItem/UsageStartDate, 9999-01-01T00:00:00Z",
    "lineItem/UsageStartDate, 1969-12-31T23:59:59Z",
    "lineItem/UsageStartDate, infinity",
  })
  void shouldRejectFiguresThatCannotBeRight(String column, String value) throws IOException {
    String bad =
        column.endsWith("Amount")
            ? GOOD.replace(",1,0.5,", "," + value + ",0.5,")
            : GOOD.replace("2024-09-02T00:00:00Z", value);
    Delivery delivery =
        lake.reader().open(CUR, List.of(file("cur.csv", HEADER, GOOD, bad)), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(1);
    assertThat(lake.reader().rejected(delivery, 1))
        .extracting(RejectedRow::row, RejectedRow::column, RejectedRow::value)
        .containsExactly(tuple(3L, column, value));
  }

  @Test
  void shouldTellHowAFileIsCompressedByItsBytesAlone() throws IOException {
    Path plain = file("cur.csv.gz", HEADER, GOOD);
    Path packed = Files.write(directory.resolve("cur.csv"), gzip(Files.readAllBytes(plain)));

    assertThat(lake.rollup(CUR, plain, packed)).extracting(Group::lines).containsExactly(2L);
  }

  @Test
  void shouldRejectOnlyTheRowsThatAreNotUtf8() throws IOException {
    Path file = directory.resolve("cur.csv");
    String bad = GOOD.replace("NatGateway-Hours", "B\u00f6se");
    String text = String.join("\n", HEADER + ",\u00fcber", GOOD + ",x", bad + ",y", GOOD + ",z");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(2);
    assertThat(lake.reader().rejected(delivery, 2))
        .extracting(RejectedRow::row, RejectedRow::expected)
        .containsExactly(tuple(3L, "text in UTF-8"));
  }

  @Test
  void shouldReadAHeaderThatGoesOverTwoLines() throws IOException {
    Path file = file("cur.csv", HEADER + ",\"a\nb\"", GOOD + ",x", GOOD);
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(lines(delivery)).isEqualTo(1);
    assertThat(lake.reader().rejected(delivery, 1))
        .extracting(RejectedRow::row)
        .containsExactly(3L);
  }

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
  void shouldRefuseToGuessWhichOfTwoColumnsCounts() throws IOException {
    Path file = file("cur.csv", HEADER + ",lineItem/UsageAmount", GOOD + ",999");

    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(file), lake.scratch()))
        .hasMessageContaining(
            "looks like aws-cur but has column lineItem/UsageAmount 2 times; it should be there once");
  }

  @Test
  void shouldTakeTheColumnOfTheUsualCaseFirst() throws IOException {
    Path file = file("cur.csv", "lineitem/usageamount," + HEADER, "999," + GOOD);

    assertThat(lake.rollup(CUR, file))
        .extracting(Group::quantity)
        .allSatisfy(read -> assertThat(read).isEqualByComparingTo("1"));
  }

  @Test
  void shouldPutNoControlCharactersIntoAMessage() throws IOException {
    Path file = Files.write(directory.resolve("x"), new byte[] {27, 91, 50, 74, 8, 'a', ',', 'b'});

    assertThat(((Unrecognised) lake.reader().recognise(file, lake.scratch())).message())
        .contains("Its header has: ?[2J?a, b");
  }

  @Test
  void shouldRefuseToAccountForRowsThatNobodySaw() throws IOException {
    Delivery delivery =
        lake.reader().open(CUR, List.of(file("cur.csv", HEADER, GOOD, GOOD)), lake.scratch());

    assertThatThrownBy(() -> lake.reader().rejected(delivery, 1))
        .hasMessageContaining("read 2, accounted 1, rejected 0");
  }

  @Test
  void shouldFailOnGzipCutAtALineBorder() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GZIPOutputStream gzip = new GZIPOutputStream(out, 512, true);
    gzip.write((HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    gzip.flush();
    Path file = Files.write(directory.resolve("cur.csv.gz"), out.toByteArray());

    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(file), lake.scratch()))
        .isInstanceOf(LakeException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining("truncated or damaged");
  }

  @Test
  void shouldFailOnGzipWithAWrongChecksumOrNoTrailer() throws IOException {
    byte[] whole = gzip((HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    byte[] wrong = whole.clone();
    wrong[wrong.length - 6] ^= 1;
    Path first = Files.write(directory.resolve("a.csv.gz"), wrong);
    Path second =
        Files.write(directory.resolve("b.csv.gz"), Arrays.copyOf(whole, whole.length - 8));

    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(first), lake.scratch()))
        .hasMessageContaining("truncated or damaged");
    assertThatThrownBy(() -> lake.reader().open(CUR, List.of(second), lake.scratch()))
        .hasMessageContaining("truncated or damaged");
  }

  @Test
  void shouldReadGzipZipAndPlainAlike() throws IOException {
    byte[] csv = ("\uFEFF" + HEADER + "\r\n" + GOOD + "\r\n").getBytes(StandardCharsets.UTF_8);
    Path plain = Files.write(directory.resolve("a"), csv);
    Path gz = Files.write(directory.resolve("b"), gzip(csv));
    Path zip = directory.resolve("c");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../../evil.csv"));
      out.write(csv);
    }

    assertThat(lake.rollup(CUR, plain, gz, zip))
        .singleElement()
        .satisfies(group -> assertThat(group.lines()).isEqualTo(3));
    assertThat(lake.scratch().directory().resolve("../../evil.csv")).doesNotExist();
  }

  @Test
  void shouldReadWellFormedQuotesWithCommasAndLineBreaks() throws IOException {
    Path file =
        file("cur.csv", HEADER, GOOD.replace("NatGateway-Hours", "\"a, \"\"b\"\"\nc\""), "", GOOD);
    Delivery delivery = lake.reader().open(CUR, List.of(file), lake.scratch());

    assertThat(delivery.files().get(0).readable()).isEqualTo(file);
    assertThat(delivery.rows()).isEqualTo(2);
    assertThat(lines(delivery)).isEqualTo(2);
  }

  @Test
  void shouldReadAPathWithQuotesAndPatternCharacters() throws IOException {
    Path odd = Files.createDirectory(directory.resolve("o'dd \"dir"));
    Path file = Lake.write(odd.resolve("a[1]:?#x*{}.csv"), HEADER, GOOD);
    Lake.write(odd.resolve("a1:q#xz{}.csv"), HEADER, GOOD, GOOD);

    assertThat(lines(lake.reader().open(CUR, List.of(file), lake.scratch()))).isEqualTo(1);
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
    assertThat(lake.reader().recognise(file("x.csv", "name,colour", "a,b"), lake.scratch()))
        .isInstanceOfSatisfying(
            Unrecognised.class,
            no ->
                assertThat(no.message())
                    .contains(
                        "x.csv", "name, colour", "for focus ChargeCategory", "for aws-cur-2"));
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
  void shouldTakeAHeaderForABillWithoutLines() throws IOException {
    Delivery delivery = lake.reader().open(CUR, List.of(file("header", HEADER)), lake.scratch());

    assertThat(delivery.rows()).isZero();
    assertThat(lake.groups(delivery)).isEmpty();
  }

  @Test
  void shouldRefuseAZipThatSwells() throws IOException {
    Path bomb = directory.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      out.putNextEntry(new ZipEntry("zeros.csv"));
      out.write(new byte[4 << 20]);
    }

    // 4 MiB of zeros deflate to about 4 KiB, a ratio of 1000
    assertThatThrownBy(() -> lake.reader().recognise(bomb, lake.scratch()))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("unpacks to more than 1048576 bytes");
  }

  @Test
  void shouldRefuseAFileOfAnotherFormatInADelivery() throws IOException {
    Path cur = file("cur.csv", HEADER, GOOD);

    assertThatThrownBy(
            () -> lake.reader().open(ShippedFormats.of("focus"), List.of(cur), lake.scratch()))
        .hasMessageContaining("is aws-cur, not focus");
  }

  @Test
  void shouldReadNothingOutsideItsDirectories() throws Exception {
    Path outside = file("cur.csv", HEADER, GOOD);
    Path inside = Files.createDirectory(directory.resolve("inside"));
    try (Lake shut = new Lake(Map.of("lake.directories", inside.toString()))) {
      assertThatThrownBy(() -> shut.rollup(CUR, outside)).hasMessageContaining("disabled");
      assertThat(shut.rollup(CUR, Files.copy(outside, inside.resolve("c.csv")))).hasSize(1);
      assertThatThrownBy(() -> shut.execute("set enable_external_access = true"))
          .hasMessageContaining("Cannot");
    }
  }
}
