package com.offgridflow.emission.wiring;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Activities that come with a request, as records of {@code schemas/activity-1.json}. */
final class EstimateRequests {
  static final int MOST = 10_000;
  private static final String DETAIL = "details.";
  private static final TypeReference<LinkedHashMap<String, Object>> RECORD =
      new TypeReference<>() {};
  private static final ObjectReader JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .reader();
  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  private EstimateRequests() {}

  /**
   * One activity or an array of them.
   *
   * @throws ProblemException when it is neither, or more than {@value #MOST}
   */
  static List<Map<String, Object>> ofJson(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      if (!node.isObject() && !node.isArray()) {
        throw malformed("the body should be an activity or an array of them, as JSON", "");
      }
      requireFew(node.isArray() ? node.size() : 1);
      List<Map<String, Object>> records = new ArrayList<>();
      for (JsonNode item : node.isArray() ? node : List.of(node)) {
        records.add(record(item, records.size()));
      }
      return records;
    } catch (JsonProcessingException e) {
      throw malformed("the body is no JSON: " + e.getOriginalMessage(), place(e.getLocation()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jackson knows no place where the body as a whole is at fault. */
  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static Map<String, Object> record(JsonNode item, int index) throws IOException {
    if (!item.isObject()) {
      throw malformed("an activity should be an object, not " + item, "/" + index);
    }
    return JSON.forType(RECORD).readValue(item);
  }

  /**
   * Columns are the fields of the schema; {@code details.vehicle} is the detail {@code vehicle}.
   * The mark that spreadsheets put in front is no part of the first.
   */
  static List<Map<String, Object>> ofCsv(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    if (text.isBlank()) {
      throw malformed("the body is empty; it should be CSV with a header", "");
    }
    try (CSVParser parser = CSV.parse(new StringReader(text))) {
      List<Map<String, Object>> records = new ArrayList<>();
      for (CSVRecord row : parser) {
        requireFew(records.size() + 1);
        if (!row.isConsistent()) {
          String cells = row.size() + " cells, the header " + parser.getHeaderNames().size();
          throw malformed("the row has " + cells, "row " + row.getRecordNumber());
        }
        records.add(record(row.toMap()));
      }
      return records;
    } catch (IllegalArgumentException | IOException | UncheckedIOException e) {
      throw malformed("the body is no CSV as in RFC 4180 with a header: " + e.getMessage(), "");
    }
  }

  private static Map<String, Object> record(Map<String, String> cells) {
    Map<String, Object> record = new LinkedHashMap<>();
    Map<String, String> details = new TreeMap<>();
    cells.forEach(
        (column, value) -> {
          if (value.isEmpty()) {
            return;
          }
          if (column.startsWith(DETAIL)) {
            details.put(column.substring(DETAIL.length()), value);
          } else {
            record.put(column, value);
          }
        });
    if (!details.isEmpty()) {
      record.put("details", details);
    }
    return record;
  }

  private static void requireFew(int size) {
    if (size > MOST) {
      throw new ProblemException(
          new Problem(
              "/problems/too-many",
              "Too many activities",
              413,
              "a request takes up to " + MOST + " activities; send the others in another one",
              List.of()));
    }
  }

  private static ProblemException malformed(String detail, String where) {
    return new ProblemException(
        Problem.invalid(
            detail,
            where.isEmpty()
                ? List.of()
                : List.of(new Fault(where, "", "see schemas/activity-1.json"))));
  }
}
