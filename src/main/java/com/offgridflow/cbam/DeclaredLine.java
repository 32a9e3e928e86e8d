package com.offgridflow.cbam;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.offgridflow.cbam.CbamGood.Sector;
import com.offgridflow.cbam.DefaultValue.Increased;
import com.offgridflow.cbam.GoodsLine.CarbonPrice;
import com.offgridflow.cbam.GoodsLine.Customs;
import com.offgridflow.cbam.GoodsLine.Installation;
import com.offgridflow.cbam.GoodsLine.Method;
import com.offgridflow.cbam.Production.Defaulted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A goods line as declared.
 *
 * @param number from 1 on, by the line's id
 * @param quantity tonnes or MWh
 * @param specific t CO2e per tonne or MWh, unrounded
 * @param defaultValue what the emissions are by reference to; absent where they are actual ones
 * @param evidence the row that it came from
 */
public record DeclaredLine(
    int number,
    String line,
    LocalDate importedOn,
    CnCode cn,
    Sector sector,
    List<String> gases,
    String description,
    String origin,
    String producedIn,
    BigDecimal quantity,
    Customs customs,
    Optional<Installation> installation,
    Method method,
    SpecificEmissions specific,
    Optional<CarbonPrice> carbonPrice,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Increased> defaultValue,
    Evidence evidence) {

  /** Digits after the point of published emissions, as many as the registry takes. */
  private static final int DECIMALS = 7;

  /**
   * @param version of the goods line, from 1 on
   * @param object table that it was loaded from, and row in it
   * @param digest SHA-256 over its cells and those of its precursors, lower-case hex
   */
  public record Evidence(int version, String object, String digest) {}

  static DeclaredLine of(int number, GoodsLine line, Evidence evidence) {
    EmbeddedEmissions rules = new EmbeddedEmissions(Regime.of(line.importedOn()));
    return new DeclaredLine(
        number,
        line.id(),
        line.importedOn(),
        line.cn(),
        line.good().sector(),
        line.good().gases(),
        line.description(),
        line.origin(),
        line.producedIn(),
        line.quantity(),
        line.customs(),
        line.installation(),
        line.method(),
        rules.specific(line.good(), line.production()),
        line.carbonPrice(),
        line.production() instanceof Defaulted defaulted
            ? Optional.of(defaulted.value())
            : Optional.empty(),
        evidence);
  }

  /** Emissions embedded in the whole quantity, t CO2e, unrounded. */
  public SpecificEmissions embedded() {
    return specific.times(quantity);
  }

  /** Emissions as they are published: half away from zero, to seven digits after the point. */
  public static BigDecimal published(BigDecimal emissions) {
    return emissions.setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
