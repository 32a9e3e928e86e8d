package com.offgridflow.factor.edition;

import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.GasAmounts;
import com.offgridflow.factor.Uncertainty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cells in which two factors differ, those aside in which any two editions do. */
final class Differences {
  private Differences() {}

  static List<Difference> between(Factor before, Factor after) {
    return Stream.of(
            figure("value", before, after, Amounts::value),
            figure("co2", before, after, Amounts::co2),
            figure("ch4", before, after, Amounts::ch4),
            figure("n2o", before, after, Amounts::n2o),
            figure("biogenic_co2", before, after, Amounts::biogenicCo2),
            text("other_gases", before, after, Differences::gases),
            text("uncertainty", before, after, f -> f.uncertainty().map(Uncertainty::toString)),
            text("price_year", before, after, f -> f.priceYear().map(String::valueOf)),
            text("unit", before, after, f -> Optional.of(f.unit().symbol())),
            text("gwp_set", before, after, f -> Optional.of(f.gwpSet())),
            text("valid_from", before, after, f -> f.validity().from().map(LocalDate::toString)),
            text("valid_to", before, after, f -> f.validity().to().map(LocalDate::toString)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> gases(Factor factor) {
    return Optional.ofNullable(GasAmounts.toJson(factor.amounts().otherGases()));
  }

  private static Optional<Difference> figure(
      String field, Factor before, Factor after, Function<Amounts, Optional<BigDecimal>> figure) {
    return Difference.ofFigures(
        field, figure.apply(before.amounts()), figure.apply(after.amounts()));
  }

  private static Optional<Difference> text(
      String field, Factor before, Factor after, Function<Factor, Optional<String>> text) {
    return Difference.of(
        field,
        text.apply(before).filter(t -> !t.isEmpty()),
        text.apply(after).filter(t -> !t.isEmpty()));
  }
}
