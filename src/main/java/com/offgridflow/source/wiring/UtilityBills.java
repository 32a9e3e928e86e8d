package com.offgridflow.source.wiring;

import com.offgridflow.intake.Rejection;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.wiring.LakeReader;
import com.offgridflow.source.Connection;
import com.offgridflow.source.LocalObject;
import com.offgridflow.source.RejectedRowException;
import com.offgridflow.source.UtilityBill;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.dataformat.csv.CsvRecordConverter;
import org.apache.commons.csv.CSVRecord;

/** Between camel-csv and {@link UtilityBill}. */
@ApplicationScoped
@Named("utilityBills")
public class UtilityBills {
  /** Keys under which a row carries its place in the file, and what is wrong with all of it. */
  private static final String LINE = "\u0000line";

  private static final String MALFORMED = "\u0000malformed";
  private static final String TEXT = "\u0000text";

  private static final String ROWS = "hubRows";

  private final Intake intake;
  private final LakeReader reader;
  private final Spool spool;

  UtilityBills(Intake intake, LakeReader reader, Spool spool) {
    this.intake = intake;
    this.reader = reader;
    this.spool = spool;
  }

  /**
   * camel-csv, row by row, with the first row as header; made here because YAML has no line
   * numbers.
   */
  @Produces
  @Singleton
  @Named("utilityCsv")
  static CsvDataFormat csv() {
    CsvDataFormat csv = new CsvDataFormat();
    csv.setLazyLoad(true);
    csv.setUseMaps(true);
    csv.setTrim(true);
    csv.setRecordConverter(new NumberedRow());
    return csv;
  }

  /** Starts counting rows. */
  public void begin(Exchange exchange) {
    exchange.setProperty(ROWS, new LongAdder());
  }

  /** Says how many rows there were. */
  public void finish(Exchange exchange, @ExchangeProperty(ROWS) LongAdder rows) {
    exchange.setProperty(HubProperties.LINES, rows.sum());
  }

  /** The file's text, unpacked, under the names of columns that {@link UtilityBill} knows. */
  public InputStream open(
      @Body LocalObject object,
      @ExchangeProperty(HubProperties.FORMAT) BillingFormat format,
      @ExchangeProperty(HubProperties.JOB) Job job)
      throws IOException {
    return reader.text(format, object.file(), spool.scratch(job));
  }

  /** Records of the rows that can be mapped; the others are written down as rejected. */
  public List<Map<String, Object>> map(
      @Body List<Map<String, String>> rows,
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.OBJECT) LocalObject object,
      @ExchangeProperty(HubProperties.RUN) long runId,
      @ExchangeProperty(ROWS) LongAdder counted) {
    counted.add(rows.size());
    List<Map<String, Object>> records = new ArrayList<>(rows.size());
    List<Rejection> rejections = new ArrayList<>();
    for (Map<String, String> row : rows) {
      try {
        requireWellFormed(row, object);
        records.add(UtilityBill.toRecord(row, row.get(LINE), object, connection.zone()));
      } catch (RejectedRowException e) {
        rejections.add(e.rejection());
      }
    }
    intake.rejectLines(connection.tenant(), runId, rejections, rejections.size());
    return records;
  }

  private static void requireWellFormed(Map<String, String> row, LocalObject object) {
    String expected = row.get(MALFORMED);
    if (expected != null) {
      throw new RejectedRowException(
          new Rejection(
              object.name(),
              row.get(LINE),
              "(row)",
              row.get(TEXT),
              "MALFORMED_ROW",
              "the row cannot be read",
              "expected " + expected));
    }
  }

  /** A row by column name, with its line. */
  private static final class NumberedRow implements CsvRecordConverter<Map<String, String>> {
    private static final Pattern BREAK = Pattern.compile("\\R");

    /** What bytes that are not UTF-8 are decoded to. */
    private static final String UNDECODABLE = "\uFFFD";

    @Override
    public Map<String, String> convertRecord(CSVRecord row) {
      Map<String, String> cells = new LinkedHashMap<>(row.toMap());
      malformed(row)
          .ifPresent(
              expected -> {
                cells.put(MALFORMED, expected);
                cells.put(TEXT, String.join(",", row));
              });
      cells.put(LINE, "line " + firstLine(row));
      return cells;
    }

    private static Optional<String> malformed(CSVRecord row) {
      int columns = row.getParser().getHeaderNames().size();
      if (row.size() != columns) {
        return Optional.of(columns + " fields instead of " + row.size());
      }
      return row.stream().anyMatch(cell -> cell.contains(UNDECODABLE))
          ? Optional.of("text in UTF-8")
          : Optional.empty();
    }

    /** The parser stands at the end of the row, which quoted cells can carry over several lines. */
    private static long firstLine(CSVRecord row) {
      long breaks = row.stream().flatMap(cell -> BREAK.matcher(cell).results()).count();
      return row.getParser().getCurrentLineNumber() - breaks;
    }
  }
}
