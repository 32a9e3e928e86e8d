package com.offgridflow.emission.formula;

import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.Places;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The five data quality indicators of the GHG Protocol's Scope 3 Standard (2011), table 7.6, rated
 * as in its box 7.2: 1 very good, 2 good, 3 fair, 4 poor. The worst factor of a chain decides. What
 * a detail such as {@code quality_time} says goes before what is found here.
 */
final class DataQuality {
  private static final List<String> WORDS = List.of("very-good", "good", "fair", "poor");
  private static final int VERY_GOOD = 1;
  private static final int GOOD = 2;
  private static final int FAIR = 3;
  private static final int POOR = 4;
  private static final BigDecimal INDICATORS = new BigDecimal(5);
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** Averages over technologies that resemble the one used. */
  private static final Set<String> AVERAGES =
      Set.of(
          FactorKind.MATERIAL,
          FactorKind.FREIGHT,
          FactorKind.TRAVEL,
          FactorKind.WASTE,
          FactorKind.ASSET,
          FactorKind.COMMUTING,
          FactorKind.ACCOMMODATION);

  private final Ask ask;
  private final List<Factor> factors;

  DataQuality(Ask ask, List<Factor> factors) {
    this.ask = ask;
    this.factors = factors;
  }

  /** Mean of the five. */
  BigDecimal score() {
    int sum =
        indicator("technology", worst(DataQuality::technology))
            + indicator("time", worst(this::time))
            + indicator("geography", worst(this::geography))
            + indicator("completeness", VERY_GOOD)
            + indicator("reliability", GOOD);
    return new BigDecimal(sum).divide(INDICATORS, 1, RoundingMode.HALF_UP);
  }

  private int indicator(String name, int found) {
    String told = ask.details().get("quality_" + name);
    if (told == null) {
      return found;
    }
    if (!WORDS.contains(told)) {
      String field = "details.quality_" + name;
      String wanted = "one of " + String.join(", ", WORDS);
      throw new Unplannable(Outcomes.invalid(ask.kind(), field, told, wanted));
    }
    return WORDS.indexOf(told) + 1;
  }

  private int worst(ToIntFunction<Factor> rating) {
    return factors.stream().mapToInt(rating).max().orElse(VERY_GOOD);
  }

  private static int technology(Factor factor) {
    if (factor.kind().equals(FactorKind.SPEND)) {
      return FAIR;
    }
    return AVERAGES.contains(factor.kind()) ? GOOD : VERY_GOOD;
  }

  private int time(Factor factor) {
    return last(factor)
        .map(day -> ChronoUnit.YEARS.between(day, ask.day()))
        .map(DataQuality::age)
        .orElse(POOR);
  }

  private static int age(long years) {
    if (years < 3) {
      return VERY_GOOD;
    }
    if (years < 6) {
      return GOOD;
    }
    return years < 10 ? FAIR : POOR;
  }

  /** The last day the factor speaks about, else the year that its edition names. */
  private static Optional<LocalDate> last(Factor factor) {
    Optional<LocalDate> end = factor.validity().to().or(() -> factor.validity().from());
    if (end.isPresent()) {
      return end;
    }
    Matcher year = YEAR.matcher(factor.source().edition());
    return year.find()
        ? Optional.of(Year.of(Integer.parseInt(year.group())).atDay(1))
        : Optional.empty();
  }

  private int geography(Factor factor) {
    if (ask.place().country().isEmpty() && ask.place().supplier().isEmpty()) {
      return POOR;
    }
    if (factor.place().equals(Places.WORLD)) {
      return FAIR;
    }
    return factor.place().startsWith(Places.continent("")) ? GOOD : VERY_GOOD;
  }
}
