package com.offgridflow.emission.wiring;

import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.factor.CloudInstances;
import com.offgridflow.factor.GridZones;
import com.offgridflow.factor.GwpSet;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.factor.wiring.FactorKnowledge;
import com.offgridflow.factor.wiring.Knowledge;
import com.offgridflow.rate.wiring.RateStore;
import com.offgridflow.tenant.wiring.TenantDatabase;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A calculator for each state of knowledge: the hub's tables and those of the tenant that are in
 * force. Every call looks which these are, so that an approval on any replica counts at once;
 * tenants without tables of their own share one calculator.
 */
@ApplicationScoped
public class Calculators {
  private static final int MOST = 32;

  private final TenantDatabase database;
  private final FactorKnowledge knowledge;
  private final RateStore rates;
  private final Methodologies methodologies;
  private final CloudInstances instances = ShippedFactors.instances();
  private final GridZones zones = ShippedFactors.gridZones();
  private final GwpSet gwp = ShippedFactors.gwp("AR6");
  private final Map<Basis, EmissionCalculator> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Basis, EmissionCalculator> eldest) {
          return size() > MOST;
        }
      };

  private record Basis(Knowledge factors, RateStore.Version rates) {}

  Calculators(
      TenantDatabase database,
      FactorKnowledge knowledge,
      RateStore rates,
      Methodologies methodologies) {
    this.database = database;
    this.knowledge = knowledge;
    this.rates = rates;
    this.methodologies = methodologies;
  }

  /** Reads the hub's own tables, so that the first estimate need not wait for them. */
  void start(@Observes @Priority(200) StartupEvent event) {
    ofNobody();
  }

  /** By what is in force for the tenant now. Once a batch, not once an activity. */
  public EmissionCalculator of(String tenant) {
    return database.inTenant(tenant, jdbc -> of(jdbc, tenant));
  }

  /** The same within a transaction of the tenant's. */
  public EmissionCalculator of(JdbcTemplate jdbc, String tenant) {
    return by(jdbc, tenant, knowledge.now(jdbc, tenant));
  }

  /** By the hub's own tables alone. */
  public EmissionCalculator ofNobody() {
    return of(FactorKnowledge.NOBODY);
  }

  /**
   * By the factors that were in force at an instant: the figures that an estimate of then rests on.
   * Rates are those of now; they are corrected, but hardly ever.
   */
  public EmissionCalculator asKnownAt(String tenant, Instant instant) {
    return database.inTenant(tenant, jdbc -> by(jdbc, tenant, knowledge.at(jdbc, tenant, instant)));
  }

  /**
   * By other knowledge than that in force, for somebody who wants to see the difference. Not kept.
   *
   * @param knownAt when the factors were known; empty for now
   * @param edition an edition to put in the place of the one of its table, approved or not
   * @param change what else is to be different
   */
  public EmissionCalculator other(
      JdbcTemplate jdbc,
      String tenant,
      Optional<Instant> knownAt,
      Optional<Long> edition,
      UnaryOperator<EstimateBasis> change) {
    Knowledge factors =
        knownAt
            .map(instant -> knowledge.at(jdbc, tenant, instant))
            .orElseGet(() -> knowledge.now(jdbc, tenant));
    Knowledge wanted = edition.map(id -> knowledge.with(jdbc, factors, id)).orElse(factors);
    Basis basis = new Basis(wanted, rates.version(jdbc, tenant));
    Methodology chosen = methodologies.of(jdbc, tenant);
    EstimateBasis changed = change.apply(basis(jdbc, basis).withProfile(chosen.profile()));
    return new EmissionCalculator(changed).with(new Methodology(changed.profile(), chosen.order()));
  }

  /** Tenants of the same knowledge share its factors, whatever their methodology is. */
  private synchronized EmissionCalculator by(JdbcTemplate jdbc, String tenant, Knowledge factors) {
    Basis basis = new Basis(factors, rates.version(jdbc, tenant));
    return kept.computeIfAbsent(basis, unused -> make(jdbc, basis))
        .with(methodologies.of(jdbc, tenant));
  }

  private EmissionCalculator make(JdbcTemplate jdbc, Basis basis) {
    return new EmissionCalculator(basis(jdbc, basis));
  }

  private EstimateBasis basis(JdbcTemplate jdbc, Basis basis) {
    return new EstimateBasis(
        knowledge.library(jdbc, basis.factors()),
        instances,
        zones,
        gwp,
        EstimateBasis.HUB_PROFILE,
        rates.load(jdbc, basis.rates()));
  }
}
