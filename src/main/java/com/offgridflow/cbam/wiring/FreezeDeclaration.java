package com.offgridflow.cbam.wiring;

import com.offgridflow.cbam.Declarant;
import com.offgridflow.cbam.Declaration;
import com.offgridflow.cbam.Declaration.Source;
import com.offgridflow.cbam.DeclarationPeriod;
import com.offgridflow.cbam.Regime;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Freezes the goods lines of a period, and asks for the renderings with them. */
@ApplicationScoped
public class FreezeDeclaration {
  private final TenantDatabase database;
  private final GoodsStore goods;
  private final DeclarantStore declarants;
  private final DeclarationStore declarations;
  private final JobQueue queue;
  private final Clock clock;

  FreezeDeclaration(
      TenantDatabase database,
      GoodsStore goods,
      DeclarantStore declarants,
      DeclarationStore declarations,
      JobQueue queue,
      Clock clock) {
    this.database = database;
    this.goods = goods;
    this.declarants = declarants;
    this.declarations = declarations;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Freezes the declaration of a period.
   *
   * @throws IllegalArgumentException without a declarant, or for a quarter without goods
   */
  Declaration freeze(String tenant, DeclarationPeriod period, String by) {
    return database.inTenant(tenant, jdbc -> freeze(jdbc, tenant, period, by));
  }

  private Declaration freeze(
      JdbcTemplate jdbc, String tenant, DeclarationPeriod period, String by) {
    Declarant declarant =
        declarants
            .find(jdbc, tenant)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no CBAM declarant is set; PUT one at cbam/declarant first"));
    Declaration declaration =
        Declaration.of(
            UUID.randomUUID().toString(),
            tenant,
            period,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            declarant,
            sources(jdbc, tenant, period));
    declarations.insert(jdbc, declaration, by);
    queue.enqueue(jdbc, tenant, JobRequest.declareCbam(declaration.id()));
    return declaration;
  }

  private List<Source> sources(JdbcTemplate jdbc, String tenant, DeclarationPeriod period) {
    List<Source> sources = goods.ofPeriod(jdbc, tenant, period);
    if (sources.isEmpty() && period.regime() == Regime.TRANSITIONAL) {
      throw new IllegalArgumentException(
          "%s has no goods; a quarter without imports has no CBAM report".formatted(period));
    }
    return sources;
  }
}
