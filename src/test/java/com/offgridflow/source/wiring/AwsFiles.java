package com.offgridflow.source.wiring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as AWS delivers them, for tests. */
final class AwsFiles {
  static final String CUR_2 =
      "line_item_line_item_type,line_item_usage_start_date,line_item_usage_account_id,"
          + "line_item_product_code,line_item_usage_type,line_item_usage_amount,"
          + "line_item_unblended_cost,line_item_currency_code,pricing_unit,product,"
          + "product_region_code";

  private AwsFiles() {}

  /** A CUR 2.0 line of gigabytes sent from Frankfurt. */
  static String sent(String gigabytes) {
    return "Usage,2024-09-02T00:00:00Z,111122223333,AmazonEC2,EUC1-DataTransfer-Out-Bytes,"
        + gigabytes
        + ",0.5,USD,GB,{},eu-central-1";
  }

  static byte[] csv(String header, String... lines) {
    String text = Stream.concat(Stream.of(header), Stream.of(lines)).collect(joining());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joining() {
    return Collectors.joining("\n", "", "\n");
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  static byte[] zip(byte[] bytes, String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /**
   * A CSV as Parquet.
   *
   * @param replacing typed columns, such as {@code cast(x as double) as x}; the others are text
   */
  static byte[] parquet(byte[] csv, String... replacing) {
    try {
      Path text = Files.write(Samples.directory().resolve("a.csv"), csv);
      Path parquet = text.resolveSibling("a.parquet");
      String columns =
          replacing.length == 0 ? "*" : "* replace (" + String.join(", ", replacing) + ")";
      Samples.duckDb(
          "copy (select %s from read_csv('%s', header=true, all_varchar=true)) to '%s' (format parquet)"
              .formatted(columns, text, parquet));
      return Files.readAllBytes(parquet);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The manifest of a Data Export: these keys of the bucket. */
  static byte[] manifest(String bucket, String... keys) {
    return "{\"exportArn\": \"arn:aws:bcm-data-exports:us-east-1:111122223333:export/e\", \"dataFiles\": [%s]}"
        .formatted(quoted(Stream.of(keys).map(key -> "s3://" + bucket + "/" + key).toList()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The manifest of a legacy report: these keys. */
  static byte[] reportManifest(String... keys) {
    return "{\"assemblyId\": \"a\", \"reportKeys\": [%s]}"
        .formatted(quoted(List.of(keys)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(List<String> keys) {
    return keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(", "));
  }
}
