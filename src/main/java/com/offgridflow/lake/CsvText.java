package com.offgridflow.lake;

import com.offgridflow.lake.Recognition.Recognised;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a CSV for readers other than DuckDB, whatever it is packed in. */
public final class CsvText {

  private CsvText() {}

  /**
   * The text with the format's own names of the columns in its header; columns that the format does
   * not know keep theirs. Lines are counted as in the file.
   *
   * @throws LakeException when the file is truncated or damaged, or is no CSV
   */
  public static InputStream of(Recognised known) throws IOException {
    if (known.container() == Container.PARQUET) {
      throw new LakeException(
          known.delivered(),
          "is Parquet; " + known.format().code() + " is read from CSV, plain, gzip or zip");
    }
    CsvScan.of(known.file(), known.container(), known.columns().size());
    InputStream in =
        new BufferedInputStream(CsvHeader.open(known.file(), known.container()), 1 << 16);
    long breaks = CsvHeader.firstLine(in).chars().filter(c -> c == '\n').count();
    String header = "\n".repeat(Math.toIntExact(breaks)) + names(known) + "\n";
    return new SequenceInputStream(
        new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)), in);
  }

  private static String names(Recognised known) {
    return known.columns().stream()
        .map(header -> name(known.format(), known.columns(), header))
        .map(name -> '"' + name.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  private static String name(BillingFormat format, List<String> headers, String header) {
    return format.columns().stream()
        .filter(column -> column.in(headers).filter(header::equals).isPresent())
        .map(BillingColumn::name)
        .findFirst()
        .orElse(header);
  }
}
