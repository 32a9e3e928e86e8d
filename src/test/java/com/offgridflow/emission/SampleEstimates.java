package com.offgridflow.emission;

import static com.offgridflow.emission.Sample.cloud;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.Outcome.MissingFactor;
import com.offgridflow.emission.formula.EstimateBasis;
import java.util.List;

/** What the calculator answers for small activities. */
final class SampleEstimates {
  static final EmissionCalculator CALCULATOR = new EmissionCalculator(EstimateBasis.shipped());
  static final Place FRANKFURT = cloud("aws", "eu-central-1");

  private SampleEstimates() {}

  static Activity electricity(
      String amount, String unit, String zone, String postcode, String country) {
    return Sample.of(ActivityKind.ELECTRICITY, "", amount, unit)
        .at(new Place("", zone, postcode, country, ""));
  }

  static Activity fuel(String fuel, String amount, String unit) {
    return Sample.of(ActivityKind.STATIONARY_COMBUSTION, fuel, amount, unit)
        .at(new Place("", "", "02139", "US", ""));
  }

  static List<Emission> estimated(Activity activity) {
    return ((Estimated) CALCULATOR.estimate(activity)).emissions();
  }

  static MissingFactor missing(Activity activity) {
    return (MissingFactor) CALCULATOR.estimate(activity);
  }
}
