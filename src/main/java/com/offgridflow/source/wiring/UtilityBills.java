package com.offgridflow.source.wiring;

import com.offgridflow.intake.Rejection;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.job.HubProperties;
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
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  /** Key under which a row carries its place in the file; no header can be called so. */
  private static final String LINE = "\u0000line";

  private static final String ROWS = "hubRows";
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Intake intake;

  UtilityBills(Intake intake) {
    this.intake = intake;
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

  /** The file's text, without the mark that spreadsheets put in front. */
  public InputStream open(@Body LocalObject object) throws IOException {
    PushbackInputStream in =
        new PushbackInputStream(Files.newInputStream(object.file()), BYTE_ORDER_MARK.length);
    byte[] start = in.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
      in.unread(start);
    }
    return in;
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
        records.add(UtilityBill.toRecord(row, row.get(LINE), object, connection.zone()));
      } catch (RejectedRowException e) {
        rejections.add(e.rejection());
      }
    }
    intake.rejectLines(connection.tenant(), runId, rejections, rejections.size());
    return records;
  }

  /** A row by column name, with its line. */
  private static final class NumberedRow implements CsvRecordConverter<Map<String, String>> {
    private static final Pattern BREAK = Pattern.compile("\\R");

    @Override
    public Map<String, String> convertRecord(CSVRecord row) {
      Map<String, String> cells = new LinkedHashMap<>(row.toMap());
      cells.put(LINE, "line " + firstLine(row));
      return cells;
    }

    /** The parser stands at the end of the row, which quoted cells can carry over several lines. */
    private static long firstLine(CSVRecord row) {
      long breaks = row.stream().flatMap(cell -> BREAK.matcher(cell).results()).count();
      return row.getParser().getCurrentLineNumber() - breaks;
    }
  }
}
