package com.offgridflow.lake.wiring;

import com.offgridflow.lake.BillingColumn;
import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.BillingQuery;
import com.offgridflow.lake.Container;
import com.offgridflow.lake.CsvHeader;
import com.offgridflow.lake.CsvText;
import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.FormatRecogniser;
import com.offgridflow.lake.KnownFormats;
import com.offgridflow.lake.LakeException;
import com.offgridflow.lake.Recognition;
import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.Recognition.Unrecognised;
import com.offgridflow.lake.RejectedRow;
import com.offgridflow.lake.Scratch;
import com.offgridflow.lake.SourceFile;
import com.offgridflow.lake.VerifiedCsv;
import com.offgridflow.lake.ZipEntryFile;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Opens billing files for their rollup and accounts for the rows that it left out.
 *
 * <p>A route calls {@link #open}, runs {@link Delivery#query()} on {@code #lake} through camel-sql,
 * sums the {@code lines} of the result and hands the sum to {@link #rejected}.
 */
@ApplicationScoped
public class LakeReader {

  private static final Pattern OWN_TROUBLE =
      Pattern.compile("Out of Memory|INTERRUPT|No space left", Pattern.CASE_INSENSITIVE);

  /** What the engine says before it has read a row. */
  private static final Pattern ROLLUP_AT_FAULT = Pattern.compile("(Binder|Parser|Catalog) Error");

  private static final Pattern TOO_LARGE = Pattern.compile("Out of Range|Overflow");

  private final DataSource lake;
  private final KnownFormats formats;
  private final ParquetFooters parquet;

  @Inject
  public LakeReader(@Identifier("lake") DataSource lake, KnownFormats formats) {
    this.lake = lake;
    this.formats = formats;
    this.parquet = new ParquetFooters(lake);
  }

  /**
   * Tells the format of a file by its header; looks into gzip and unpacks zip.
   *
   * @throws LakeException when the file is empty or damaged
   */
  public Recognition recognise(Path file, Scratch scratch) {
    try {
      return recognise(file, file, scratch);
    } catch (LakeException e) {
      throw e.file().equals(file) ? e : e.of(file);
    }
  }

  private Recognition recognise(Path delivered, Path file, Scratch scratch) {
    Container container = Container.of(file);
    if (container == Container.ZIP) {
      return recognise(delivered, ZipEntryFile.unpack(file, scratch), scratch);
    }
    List<String> headers =
        container == Container.PARQUET
            ? List.copyOf(parquet.types(file).keySet())
            : CsvHeader.of(file, container);
    return new FormatRecogniser(formats).recognise(delivered, file, container, headers);
  }

  /**
   * Verifies and counts files of one format and prepares their rollup.
   *
   * @throws LakeException naming the file when it is damaged or is not of the format
   */
  public Delivery open(BillingFormat format, List<Path> files, Scratch scratch) {
    List<SourceFile> sources = files.stream().map(file -> source(format, file, scratch)).toList();
    return new Delivery(format, sources, BillingQuery.rollup(format, sources));
  }

  /**
   * The text of a file that is read without a rollup, under the format's own names of columns.
   *
   * @throws LakeException naming the file when it is damaged or is not of the format
   */
  public InputStream text(BillingFormat format, Path file, Scratch scratch) throws IOException {
    try {
      return CsvText.of(recognised(format, file, scratch));
    } catch (LakeException e) {
      throw e.of(file);
    }
  }

  /**
   * The rows that the rollup left out, in the order of files and rows.
   *
   * @param accounted the sum of {@code lines} over the rollup's result
   * @throws IllegalStateException when accounted and rejected rows are not all the rows
   */
  public List<RejectedRow> rejected(Delivery delivery, long accounted) {
    if (delivery.rows() == accounted) {
      return List.of();
    }
    List<RejectedRow> rejected = new ArrayList<>();
    for (SourceFile file : delivery.files()) {
      rejected.addAll(file.malformed());
      rejected.addAll(unusable(delivery.format(), file));
    }
    if (delivery.rows() != accounted + rejected.size()) {
      throw new IllegalStateException(
          "rows do not balance: read %d, accounted %d, rejected %d of %s"
              .formatted(delivery.rows(), accounted, rejected.size(), delivery.files()));
    }
    return rejected;
  }

  private SourceFile source(BillingFormat format, Path file, Scratch scratch) {
    Recognised known = recognised(format, file, scratch);
    return known.container() == Container.PARQUET ? parquet.verified(known) : csv(known, scratch);
  }

  private Recognised recognised(BillingFormat format, Path file, Scratch scratch) {
    Recognition recognition = recognise(file, scratch);
    if (recognition instanceof Unrecognised no) {
      throw new LakeException(file, "cannot be read as " + format.code() + ": " + no.message());
    }
    Recognised known = (Recognised) recognition;
    if (!known.format().code().equals(format.code())) {
      throw new LakeException(
          file, "is " + known.format().code() + ", not " + format.code() + " as the others");
    }
    return known;
  }

  private static SourceFile csv(Recognised known, Scratch scratch) {
    try {
      return VerifiedCsv.of(known, scratch);
    } catch (LakeException e) {
      throw e.of(known.delivered());
    }
  }

  private List<RejectedRow> unusable(BillingFormat format, SourceFile file) {
    try (Connection connection = lake.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(BillingQuery.rejectedRows(format, file))) {
      List<RejectedRow> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(
            new RejectedRow(
                file.delivered(),
                file.deliveredRow(row.getLong("row")),
                row.getString("header"),
                row.getString("value"),
                BillingColumn.Type.valueOf(row.getString("type")).example()));
      }
      return rows;
    } catch (SQLException e) {
      throw ParquetFooters.damaged(file.delivered(), e);
    }
  }

  /**
   * Why the engine broke off a rollup: a file is damaged behind its header, unless the SQL is
   * wrong, or it was the engine that had too little memory or disk.
   */
  public RuntimeException brokenOff(Delivery delivery, Throwable failure) {
    String reason = firstLine(failure);
    if (OWN_TROUBLE.matcher(reason).find()) {
      return new UncheckedIOException(new IOException("the rollup broke off: " + reason, failure));
    }
    Path file =
        delivery.files().stream()
            .filter(candidate -> reason.contains(candidate.readable().toString()))
            .findFirst()
            .orElse(delivery.files().get(0))
            .delivered();
    if (ROLLUP_AT_FAULT.matcher(reason).find()) {
      return new LakeException(
          file,
          "cannot be rolled up, because the SQL of format %s does not fit its columns: %s"
              .formatted(delivery.format(), reason),
          failure);
    }
    String problem =
        TOO_LARGE.matcher(reason).find()
            ? "has figures that are too large to be calculated with"
            : "is damaged behind its header";
    return new LakeException(file, problem + "; nothing of it was used, deliver it again", failure);
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    return message.lines().findFirst().orElse("unknown");
  }
}
