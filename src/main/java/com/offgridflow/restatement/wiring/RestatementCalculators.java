package com.offgridflow.restatement.wiring;

import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.emission.profile.Profiles;
import com.offgridflow.emission.wiring.Calculators;
import com.offgridflow.factor.FactorFormatException;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.restatement.Basis;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Calculators for what a restatement asks to compute with. */
@ApplicationScoped
public class RestatementCalculators {
  private static final String SOUND_EDITION =
      "select 1 from factor_edition where edition_id::text = ? and problems = 0";

  private final Calculators calculators;

  RestatementCalculators(Calculators calculators) {
    this.calculators = calculators;
  }

  /** A calculator for the basis. */
  EmissionCalculator of(JdbcTemplate jdbc, String tenant, Basis basis) {
    return calculators.other(
        jdbc,
        tenant,
        basis.knownAt(),
        basis.edition().map(Long::valueOf),
        today ->
            new EstimateBasis(
                today.library(),
                today.instances(),
                today.zones(),
                basis.gwpSet().map(ShippedFactors::gwp).orElse(today.gwp()),
                basis.profile().orElse(today.profile()),
                today.rates()));
  }

  /**
   * @throws ProblemException naming what there is no such thing of
   */
  void check(JdbcTemplate jdbc, Basis basis) {
    List<Fault> faults = new ArrayList<>();
    basis.gwpSet().flatMap(RestatementCalculators::gwpFault).ifPresent(faults::add);
    basis.edition().flatMap(edition -> editionFault(jdbc, edition)).ifPresent(faults::add);
    basis.profile().flatMap(RestatementCalculators::profileFault).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw new ProblemException(
          Problem.invalid("the period cannot be recalculated with this", faults));
    }
  }

  private static Optional<Fault> gwpFault(String name) {
    try {
      ShippedFactors.gwp(name);
      return Optional.empty();
    } catch (FactorFormatException e) {
      return Optional.of(new Fault("/gwp_set", name, e.getMessage()));
    }
  }

  private static Optional<Fault> editionFault(JdbcTemplate jdbc, String edition) {
    return jdbc.queryForList(SOUND_EDITION, edition).isEmpty()
        ? Optional.of(
            new Fault("/edition", edition, "the id of an edition of factors without problems"))
        : Optional.empty();
  }

  private static Optional<Fault> profileFault(String profile) {
    return Profiles.NAMES.contains(profile)
        ? Optional.empty()
        : Optional.of(
            new Fault("/profile", profile, "one of " + String.join(", ", Profiles.NAMES)));
  }
}
