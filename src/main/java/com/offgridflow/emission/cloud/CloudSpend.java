package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Place;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Spend;
import com.offgridflow.emission.formula.Worth;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What cloud use cost, by the factor of NAICS 518210: computing infrastructure, data processing,
 * web hosting and related services. The factor is that of the United States wherever the use was.
 */
final class CloudSpend {
  static final String EXPRESSION =
      "kg = cost × worth in the factor's money × kg per money of sector";
  static final String SECTOR = "518210";

  private static final Spend SPEND = new Spend(Worth.KNOWN);

  private CloudSpend() {}

  /** Empty where no cost is known. */
  static Optional<Linear> plan(Chain chain, Ask ask) {
    Map<String, String> details = new TreeMap<>(ask.details());
    details.putIfAbsent("sector", SECTOR);
    Place place = ask.place();
    Ask american =
        new Ask(
            ask.kind(),
            ask.subject(),
            new Place(place.supplier(), place.region(), "", "US", ""),
            ask.unit(),
            ask.day(),
            ask.end(),
            ask.currency(),
            details);
    return SPEND.answer(new Case(chain, american, EXPRESSION), BigDecimal.ONE);
  }
}
