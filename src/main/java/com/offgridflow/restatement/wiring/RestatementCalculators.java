package com.offgridflow.restatement.wiring;

import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorFormatException;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.restatement.Basis;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Calculators for what a restatement asks to compute with. */
@ApplicationScoped
public class RestatementCalculators {
  private static final String KNOWN = "select factor_id from factor where learnt_at <= ?";

  /** A calculator for the basis. */
  EmissionCalculator of(JdbcTemplate jdbc, Basis basis) {
    EstimateBasis shipped = EstimateBasis.shipped();
    return new EmissionCalculator(
        new EstimateBasis(
            new FactorLibrary(factors(jdbc, basis)),
            shipped.instances(),
            shipped.zones(),
            basis.gwpSet().map(ShippedFactors::gwp).orElse(shipped.gwp()),
            basis.profile().orElse(shipped.profile())));
  }

  /**
   * @throws ProblemException naming what there is no such thing of
   */
  void check(Basis basis) {
    List<Fault> faults = new ArrayList<>();
    basis.gwpSet().flatMap(RestatementCalculators::gwpFault).ifPresent(faults::add);
    basis.edition().flatMap(RestatementCalculators::editionFault).ifPresent(faults::add);
    basis.profile().flatMap(RestatementCalculators::profileFault).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw new ProblemException(
          Problem.invalid("the period cannot be recalculated with this", faults));
    }
  }

  private static List<Factor> factors(JdbcTemplate jdbc, Basis basis) {
    List<Factor> all = ShippedFactors.tables();
    Optional<Set<String>> known = basis.knownAt().map(instant -> known(jdbc, instant));
    Set<String> publishers =
        all.stream()
            .filter(factor -> basis.edition().equals(Optional.of(factor.source().edition())))
            .map(factor -> factor.source().publisher())
            .collect(Collectors.toSet());
    return all.stream()
        .filter(factor -> known.isEmpty() || known.get().contains(factor.id()))
        .filter(
            factor ->
                !publishers.contains(factor.source().publisher())
                    || basis.edition().equals(Optional.of(factor.source().edition())))
        .toList();
  }

  private static Set<String> known(JdbcTemplate jdbc, Instant instant) {
    return new HashSet<>(jdbc.queryForList(KNOWN, String.class, Timestamp.from(instant)));
  }

  private static Optional<Fault> gwpFault(String name) {
    try {
      ShippedFactors.gwp(name);
      return Optional.empty();
    } catch (FactorFormatException e) {
      return Optional.of(new Fault("/gwp_set", name, e.getMessage()));
    }
  }

  private static Optional<Fault> editionFault(String edition) {
    Set<String> editions =
        ShippedFactors.tables().stream()
            .map(factor -> factor.source().edition())
            .collect(Collectors.toCollection(TreeSet::new));
    return editions.contains(edition)
        ? Optional.empty()
        : Optional.of(new Fault("/edition", edition, "one of " + editions));
  }

  private static Optional<Fault> profileFault(String profile) {
    return profile.equals(EstimateBasis.HUB_PROFILE)
        ? Optional.empty()
        : Optional.of(new Fault("/profile", profile, "one of " + EstimateBasis.HUB_PROFILE));
  }
}
