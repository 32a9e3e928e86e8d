package com.offgridflow.emission.wiring;

import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.factor.CloudInstances;
import com.offgridflow.factor.GridZones;
import com.offgridflow.factor.GwpSet;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.factor.wiring.FactorKnowledge;
import com.offgridflow.factor.wiring.Knowledge;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private final CloudInstances instances = ShippedFactors.instances();
  private final GridZones zones = ShippedFactors.gridZones();
  private final GwpSet gwp = ShippedFactors.gwp("AR6");
  private final Map<Knowledge, EmissionCalculator> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Knowledge, EmissionCalculator> eldest) {
          return size() > MOST;
        }
      };

  Calculators(TenantDatabase database, FactorKnowledge knowledge) {
    this.database = database;
    this.knowledge = knowledge;
  }

  /** By what is in force for the tenant now. Once a batch, not once an activity. */
  public EmissionCalculator of(String tenant) {
    return database.inTenant(tenant, jdbc -> of(jdbc, tenant));
  }

  /** The same within a transaction of the tenant's. */
  public EmissionCalculator of(JdbcTemplate jdbc, String tenant) {
    return by(jdbc, knowledge.now(jdbc, tenant));
  }

  /** By the hub's own tables alone. */
  public EmissionCalculator ofNobody() {
    return of(FactorKnowledge.NOBODY);
  }

  /** By what was in force at an instant: the figures that an estimate of then rests on. */
  public EmissionCalculator asKnownAt(String tenant, Instant instant) {
    return database.inTenant(tenant, jdbc -> by(jdbc, knowledge.at(jdbc, tenant, instant)));
  }

  private synchronized EmissionCalculator by(JdbcTemplate jdbc, Knowledge known) {
    return kept.computeIfAbsent(known, unused -> make(jdbc, known));
  }

  private EmissionCalculator make(JdbcTemplate jdbc, Knowledge known) {
    return new EmissionCalculator(
        new EstimateBasis(
            knowledge.library(jdbc, known), instances, zones, gwp, EstimateBasis.HUB_PROFILE));
  }
}
