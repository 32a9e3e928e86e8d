package com.offgridflow.report;

import com.offgridflow.report.EmissionRow.Evidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.LongStream;

/** Emissions of an invented company, for tests. */
public final class SampleEmissions {
  private SampleEmissions() {}

  /** So many rows, each made when it is asked for. */
  public static EmissionRows rows(long count) {
    return consumer ->
        LongStream.rangeClosed(1, count).mapToObj(SampleEmissions::row).forEach(consumer);
  }

  /** The row of a number, which stands in whatever may differ between rows. */
  public static EmissionRow row(long number) {
    return row(number, "i-" + number);
  }

  public static EmissionRow row(long number, String service) {
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(number % 366);
    return new EmissionRow(
        number,
        number + 1_000_000,
        day,
        day.plusDays(1),
        3,
        Optional.of(1),
        "average-data",
        "operational",
        new BigDecimal("0.123456789").multiply(BigDecimal.valueOf(number)),
        Optional.empty(),
        "cloud.compute",
        "aws",
        service,
        "eu-central-1",
        new BigDecimal("24.5"),
        "h",
        "cloud-compute",
        "ember-2026:DE ccf-2024:aws",
        new Evidence(
            "billing", "key-" + number, 1, "cur.parquet", "0a".repeat(32), "row " + number));
  }
}
