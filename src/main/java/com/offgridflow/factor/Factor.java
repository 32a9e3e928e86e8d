package com.offgridflow.factor;

import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one unit of an activity emits or needs, by whom published, where and when valid.
 * Coefficients (W per vCPU, PUE) are factors too, in other units than kg CO2e.
 *
 * @param id stable and readable, e.g. {@code epa-hub-2024:t1:natural-gas:scf}
 * @param kind see {@link FactorKind}
 * @param subject what exactly within the kind, e.g. a fuel; empty when the kind says it all
 * @param place see {@link Places}
 * @param validity the days it speaks about
 * @param perUnit what one of means
 * @param unit what it is counted in, e.g. {@code kg CO2e}, {@code W}
 * @param amounts value or gases
 * @param uncertainty how far off it may be, where published
 * @param priceYear the year whose prices a factor per money is for
 * @param gwpSet the set behind a CO2e value, if the publisher names one; else empty
 * @param source where it was published
 * @param note what a reader must know, or empty
 */
public record Factor(
    String id,
    String kind,
    String subject,
    String place,
    Validity validity,
    Unit perUnit,
    Unit unit,
    Amounts amounts,
    Optional<Uncertainty> uncertainty,
    Optional<Integer> priceYear,
    String gwpSet,
    Source source,
    String note) {

  /** A factor without published uncertainty that is not of a price year. */
  public Factor(
      String id,
      String kind,
      String subject,
      String place,
      Validity validity,
      Unit perUnit,
      Unit unit,
      Amounts amounts,
      String gwpSet,
      Source source,
      String note) {
    this(
        id,
        kind,
        subject,
        place,
        validity,
        perUnit,
        unit,
        amounts,
        Optional.empty(),
        Optional.empty(),
        gwpSet,
        source,
        note);
  }

  public static final Unit KG_CO2E = Unit.named("kg CO2e");

  public Factor {
    if (id.isBlank()) {
      throw new IllegalArgumentException("factor must have an id");
    }
    if (amounts.perGas() && !unit.equals(KG_CO2E)) {
      throw new IllegalArgumentException(
          "factor '"
              + id
              + "' has gases, so its unit must be 'kg CO2e', not '"
              + unit.symbol()
              + "'");
    }
  }

  /** The same factor under another id. */
  public Factor withId(String other) {
    return new Factor(
        other,
        kind,
        subject,
        place,
        validity,
        perUnit,
        unit,
        amounts,
        uncertainty,
        priceYear,
        gwpSet,
        source,
        note);
  }

  /** The one value of a factor that has one. */
  public BigDecimal value() {
    return amounts
        .value()
        .orElseThrow(() -> new IllegalStateException("factor '" + id + "' is given per gas"));
  }
}
