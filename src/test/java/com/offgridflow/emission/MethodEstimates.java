package com.offgridflow.emission;

import static com.offgridflow.emission.Sample.cloud;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorCsv;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Calculators of a chosen profile or order of methods, and what they answer. */
final class MethodEstimates {
  static final Place VIRGINIA = cloud("aws", "us-east-1");

  /** A factor of its own, so that the expected figures do not move with an edition. */
  private static final String SECTOR =
      """
      id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,gwp_set,publisher,edition,table_name,row_name,licence,note
      test:518210,spend,518210,US,,,USD,kg CO2e,0.25,,,,,,Test,1,t,r,none,
      """;

  static final EmissionCalculator CALCULATOR = new EmissionCalculator(basis());

  private MethodEstimates() {}

  private static EstimateBasis basis() {
    EstimateBasis shipped = EstimateBasis.shipped();
    List<Factor> factors =
        Stream.concat(
                ShippedFactors.tables().stream().filter(f -> !f.kind().equals("spend")),
                FactorCsv.read("test", new StringReader(SECTOR)).stream())
            .toList();
    return new EstimateBasis(
        new FactorLibrary(factors),
        shipped.instances(),
        shipped.zones(),
        shipped.gwp(),
        shipped.profile());
  }

  static EmissionCalculator of(String profile) {
    return CALCULATOR.with(new Methodology(profile, Methodology.CURRENT.order()));
  }

  static List<Emission> estimated(EmissionCalculator calculator, Activity activity) {
    return ((Estimated) calculator.estimate(activity)).emissions();
  }

  static Activity other(String type, String amount, String unit) {
    return Sample.of(ActivityKind.CLOUD_OTHER, type, amount, unit)
        .on(LocalDate.of(2024, 4, 10))
        .at(VIRGINIA);
  }
}
