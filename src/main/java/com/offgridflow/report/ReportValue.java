package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The value of one data point.
 *
 * @param dataPoint its id
 * @param paragraph where the framework asks for it
 * @param label what it is called, in the report's language
 * @param exact unrounded value in {@code unit}
 * @param unit unit id in the XBRL unit registry, such as {@code tCO2e}, {@code MWh} or {@code
 *     pure}; an ISO 4217 code for money; or one of them per another, such as {@code tCO2e/EUR}
 * @param decimals digits after the point at publication
 * @param concept local name of the taxonomy's element; empty where the framework has no taxonomy
 * @param dimensions its places on axes, one each, by axis
 * @param emissions how many emissions it sums up
 * @param total whether it sums other values of the report
 * @param accrued the part of it that rests on accruals, unrounded in {@code unit}; empty for none
 * @param previous the value that was published before a restatement; empty where there was none
 */
public record ReportValue(
    String dataPoint,
    String paragraph,
    String label,
    BigDecimal exact,
    String unit,
    int decimals,
    Optional<String> concept,
    @JsonAlias("dimension") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Dimension> dimensions,
    long emissions,
    boolean total,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<BigDecimal> accrued,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<BigDecimal> previous) {

  /** The one rounding of the hub: half away from zero, to the data point's decimals. */
  public static final RoundingMode PUBLICATION = RoundingMode.HALF_UP;

  public ReportValue {
    // a report of the first releases has one dimension or none
    dimensions =
        dimensions == null
            ? List.of()
            : dimensions.stream().sorted(Comparator.comparing(Dimension::axis)).toList();
  }

  /** The same value, beside the one that it replaces. */
  ReportValue replacing(BigDecimal published) {
    return new ReportValue(
        dataPoint,
        paragraph,
        label,
        exact,
        unit,
        decimals,
        concept,
        dimensions,
        emissions,
        total,
        accrued,
        Optional.of(published));
  }

  /** The accrued part as published. */
  public Optional<BigDecimal> publishedAccrued() {
    return accrued.map(part -> part.setScale(decimals, PUBLICATION));
  }

  /**
   * The value as published. A total is rounded from its own exact value, never summed from rounded
   * parts: each figure then lies within half a unit of its last digit of the exact one, which is
   * what XBRL Calculations 1.1 asks of a sum and its parts.
   */
  public BigDecimal published() {
    return exact.setScale(decimals, PUBLICATION);
  }
}
