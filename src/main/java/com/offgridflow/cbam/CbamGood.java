package com.offgridflow.cbam;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line of the list of goods that CBAM applies to.
 *
 * @param cn the digits that its CN codes begin with
 * @param gases greenhouse gases whose emissions count
 * @param indirect which indirect emissions count in the definitive period
 */
public record CbamGood(
    String cn, Sector sector, List<String> gases, Indirect indirect, String description) {

  /** The sectors of Annex I. */
  public enum Sector {
    CEMENT("cement"),
    ELECTRICITY("electricity"),
    FERTILISERS("fertilisers"),
    IRON_AND_STEEL("iron-steel"),
    ALUMINIUM("aluminium"),
    HYDROGEN("hydrogen");

    private final String code;

    Sector(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static Sector ofCode(String code) {
      return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst().orElseThrow();
    }

    /** Electricity is counted in MWh, all other goods in tonnes. */
    public String unit() {
      return this == ELECTRICITY ? "MWh" : "t";
    }
  }

  /** Which indirect emissions are part of the embedded ones from 2026 on. */
  public enum Indirect {
    /** Those of its own production and of its precursors: goods outside Annex II. */
    COUNT("count"),
    /** Only those of precursors that are outside Annex II, such as sintered ore in steel. */
    OF_PRECURSORS("precursors"),
    /** None: Annex II, and no precursor outside it. */
    NONE("none");

    private final String code;

    Indirect(String code) {
      this.code = code;
    }

    static Optional<Indirect> ofCode(String code) {
      return Arrays.stream(values()).filter(i -> i.code.equals(code)).findFirst();
    }
  }

  public CbamGood {
    gases = List.copyOf(gases);
  }
}
