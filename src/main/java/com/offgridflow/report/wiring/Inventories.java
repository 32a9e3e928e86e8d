package com.offgridflow.report.wiring;

import com.offgridflow.emission.wiring.Calculators;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Inventory;
import com.offgridflow.report.energy.EnergyBalance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is known of a tenant's period, as far as a framework asks for it. */
@ApplicationScoped
public class Inventories {
  private final Calculators calculators;
  private final StatementStore statements;

  Inventories(Calculators calculators, StatementStore statements) {
    this.calculators = calculators;
    this.statements = statements;
  }

  /** What the queries of a period tell, with what the tenant states. */
  public Inventory of(
      JdbcTemplate jdbc, String tenant, Framework framework, ReportQueries queries) {
    return Inventory.of(queries.totals())
        .withheld(queries.withheld())
        .with(
            framework.asksForGases() ? queries.gases() : List.of(),
            framework.asksForEnergy() ? energy(jdbc, tenant, queries) : EnergyBalance.none())
        .with(statements.current(jdbc, tenant));
  }

  private EnergyBalance energy(JdbcTemplate jdbc, String tenant, ReportQueries queries) {
    return queries.energy(calculators.of(jdbc, tenant).basis().library());
  }
}
