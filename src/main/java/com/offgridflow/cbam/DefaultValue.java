package com.offgridflow.cbam;

import com.offgridflow.cbam.CbamGood.Sector;
import java.math.BigDecimal;

/**
 * A default value for the emissions embedded in a good of a country, without its mark-up.
 *
 * @param edition implementing act that lays it down, such as {@code 2025/2621}
 * @param table of Annex I: the country, or Other Countries and Territories
 * @param cn row of the table: a CN code, or digits that CN codes begin with
 * @param route underlying production route where the table has several rows of a code: A grey, B
 *     white clinker or cement; else blank
 * @param indirect t CO2e per tonne that the table tells of the total for information; 0 where
 *     indirect emissions do not count
 * @param total t CO2e per tonne
 */
public record DefaultValue(
    String edition, String table, String cn, String route, BigDecimal indirect, BigDecimal total) {
  private static final int FIRST_YEAR = 2026;
  private static final int LAST_STEP = 2028;
  private static final BigDecimal A_YEAR = new BigDecimal("0.10");
  private static final BigDecimal OF_FERTILISERS = new BigDecimal("0.01");

  /**
   * By what share a default value is increased: 1 % for fertilisers, for other goods 10 % in 2026,
   * 20 % in 2027 and 30 % from 2028 on (Implementing Regulation (EU) 2025/2621, opening of Annex I
   * as replaced by 2026/1740).
   *
   * @param year in which the goods were imported, 2026 or later
   */
  static BigDecimal markUp(Sector sector, int year) {
    int steps = Math.min(year, LAST_STEP) - FIRST_YEAR + 1;
    return sector == Sector.FERTILISERS
        ? OF_FERTILISERS
        : A_YEAR.multiply(BigDecimal.valueOf(steps));
  }

  /**
   * A default value with the mark-up by which it was increased.
   *
   * @param markUp share of the value, such as 0.10
   */
  public record Increased(DefaultValue value, BigDecimal markUp) {

    /**
     * Emissions that count, t CO2e per tonne. The total is what is increased; direct ones are what
     * indirect ones leave of it, because each column of the table is rounded by itself.
     */
    SpecificEmissions emissions() {
      BigDecimal direct = value.total().subtract(value.indirect());
      return new SpecificEmissions(direct, value.indirect()).times(BigDecimal.ONE.add(markUp));
    }

    /** Where it stands, and what was done to it. */
    public String description() {
      return "default value of Implementing Regulation (EU) %s, Annex I, %s, CN %s%s: %s t CO2e/t, increased by %s %%"
          .formatted(
              value.edition(),
              value.table(),
              value.cn(),
              value.route().isEmpty() ? "" : " (" + value.route() + ")",
              value.total().toPlainString(),
              markUp.movePointRight(2).stripTrailingZeros().toPlainString());
    }
  }
}
