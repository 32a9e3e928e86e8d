package com.offgridflow.cbam;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is known of how goods came to be: all that their specific embedded emissions follow from.
 */
public sealed interface Production {
  /** Of what counts no emissions, whatever they were. */
  Production NOTHING = new Stated(new SpecificEmissions(BigDecimal.ZERO, BigDecimal.ZERO));

  /**
   * The operator, or the Commission's table of default values, states the specific embedded
   * emissions of the goods.
   */
  record Stated(SpecificEmissions emissions) implements Production {}

  /** By reference to a default value (Regulation (EU) 2023/956, Article 7(2), point (b)). */
  record Defaulted(DefaultValue.Increased value) implements Production {}

  /**
   * The installation's own figures for a reporting period.
   *
   * @param produced the activity level: tonnes of the goods
   * @param directEmissions attributed to the production process, t CO2e
   * @param electricity consumed by it, MWh
   * @param electricityFactor t CO2e per MWh of that electricity
   * @param precursors consumed by it; none for simple goods
   */
  record Monitored(
      BigDecimal produced,
      BigDecimal directEmissions,
      BigDecimal electricity,
      BigDecimal electricityFactor,
      List<Precursor> precursors)
      implements Production {
    public Monitored {
      precursors = List.copyOf(precursors);
      if (produced.signum() <= 0) {
        throw new IllegalArgumentException(
            "what was produced should be more than 0 t, not " + produced.toPlainString());
      }
    }
  }

  /**
   * Goods that are consumed in the production of others.
   *
   * @param consumed in the reporting period, tonnes
   */
  record Precursor(CnCode cn, CbamGood good, BigDecimal consumed, Production production) {}
}
