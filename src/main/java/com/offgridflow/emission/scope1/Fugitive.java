package com.offgridflow.emission.scope1;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Scope;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Given;
import com.offgridflow.emission.formula.LeakedGas;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gases that leak: refrigerants, fire suppressants, SF6 of switchgear. */
final class Fugitive {
  private static final BigDecimal IN = BigDecimal.ONE;
  private static final BigDecimal OUT = BigDecimal.ONE.negate();

  /** What each movement of gas does to what has leaked. */
  private static final Map<String, BigDecimal> MOVEMENTS =
      Map.ofEntries(
          Map.entry("inventory-begin", IN),
          Map.entry("inventory-end", OUT),
          Map.entry("purchased", IN),
          Map.entry("received-in-equipment", IN),
          Map.entry("returned-by-users", IN),
          Map.entry("returned-from-recycling", IN),
          Map.entry("sold", OUT),
          Map.entry("left-in-equipment-sold", OUT),
          Map.entry("returned-to-supplier", OUT),
          Map.entry("sent-for-recycling", OUT),
          Map.entry("sent-for-destruction", OUT),
          Map.entry("recovered", OUT),
          Map.entry("capacity-of-new-equipment", OUT),
          Map.entry("capacity-of-retired-equipment", IN));

  private Fugitive() {}

  static List<Formula> all() {
    return List.of(massBalance(), screening());
  }

  private static Formula massBalance() {
    return Formula.named("scope1.fugitive.mass-balance", ActivityKind.FUGITIVE_MASS_BALANCE)
        .scope(Scope.SCOPE_1)
        .method("mass-balance")
        .expression(
            "kg leaked = (begin − end) + acquired − disbursed − (capacity of new − of retired equipment); one activity per movement")
        .source(
            "EPA Greenhouse Gas Inventory Guidance, Direct Fugitive Emissions (2014), section 2.3;"
                + " SF6 of electrical equipment: 40 CFR 98.303, equation DD-1")
        .needs("movement", "one of " + String.join(", ", new TreeSet<>(MOVEMENTS.keySet())))
        .answeredBy(Fugitive::movement);
  }

  private static Optional<Linear> movement(Case one) {
    String movement = one.given().word("movement", MOVEMENTS.keySet());
    BigDecimal sign = MOVEMENTS.get(movement);
    one.chain().compute("sign", sign, "1", movement);
    return Optional.of(one.answer("leak", LeakedGas.need(one, one.subject()).times(sign)));
  }

  private static Formula screening() {
    return Formula.named("scope1.fugitive.screening", ActivityKind.FUGITIVE_SCREENING)
        .scope(Scope.SCOPE_1)
        .method("screening")
        .expression(
            "installation, operation: kg leaked = charge × rate × years; disposal: charge × remaining × (1 − recovered)")
        .source(
            "EPA Greenhouse Gas Inventory Guidance, Direct Fugitive Emissions (2014), section 2.1;"
                + " IPCC 2006 Guidelines, volume 3, chapter 7, table 7.9; SF6: chapter 8")
        .needs("equipment", "type of equipment, as in the factors of kind fugitive.leak-rate")
        .takes("phase", "operation (the default), installation or disposal")
        .takes("years", "years in use that the activity covers, 1 when not told")
        .takes("leak_rate", "share of the charge per year (or once, at installation), for own data")
        .takes("remaining", "disposal: share of the charge that is left")
        .takes("recovered", "disposal: share of that which is recovered")
        .answeredBy(Fugitive::screened);
  }

  private static Optional<Linear> screened(Case one) {
    Given given = one.given();
    String phase =
        given.has("phase")
            ? given.word("phase", Set.of("installation", "operation", "disposal"))
            : "operation";
    BigDecimal share = phase.equals("disposal") ? disposal(one) : leaks(one, phase);
    return Optional.of(one.answer("leak", LeakedGas.need(one, one.subject()).times(share)));
  }

  private static BigDecimal leaks(Case one, String phase) {
    BigDecimal rate = rate(one, "leak_rate", phase);
    return phase.equals("operation")
        ? rate.multiply(one.given().optional("years", "year").orElse(BigDecimal.ONE))
        : rate;
  }

  private static BigDecimal disposal(Case one) {
    BigDecimal remaining = rate(one, "remaining", "remaining");
    BigDecimal recovered = rate(one, "recovered", "recovered");
    return remaining.multiply(BigDecimal.ONE.subtract(recovered));
  }

  /** As told with the activity, else the default of the equipment. */
  private static BigDecimal rate(Case one, String detail, String phase) {
    if (one.given().has(detail)) {
      return one.given().share(detail);
    }
    String equipment = one.given().text("equipment").orElse("");
    FactorQuery query =
        new FactorQuery(
            FactorKind.LEAK_RATE,
            equipment + "/" + phase,
            one.places(),
            one.ask().day(),
            Optional.empty());
    return one.chain().take(phase, "1", query);
  }
}
