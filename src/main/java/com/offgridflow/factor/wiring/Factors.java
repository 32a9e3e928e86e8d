package com.offgridflow.factor.wiring;

import com.offgridflow.database.wiring.ColumnBatch;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.GasAmounts;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.factor.Source;
import com.offgridflow.factor.Uncertainty;
import com.offgridflow.tenant.wiring.TenantDatabase;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings the shipped factors into the table {@code factor}, where reports point to. */
@ApplicationScoped
public class Factors {
  private static final Logger LOG = Logger.getLogger(Factors.class);
  private static final String SHIPPED = "*";
  private static final String INSERT =
      """
      insert into factor (tenant_id, factor_id, kind, subject, place, valid_from, valid_to, per_unit,
        unit, value, co2, ch4, n2o, biogenic_co2, gwp_set, publisher, edition, table_name, row_name,
        licence, note, other_gases, uncertainty_low, uncertainty_high, price_year)
      select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[],
        ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[],
        ?::numeric[], ?::numeric[], ?::smallint[])
      on conflict (tenant_id, factor_id) do nothing""";

  private final TenantDatabase database;

  Factors(TenantDatabase database) {
    this.database = database;
  }

  void start(@Observes @Priority(100) StartupEvent event) {
    int added = database.inTenant(SHIPPED, Factors::insert);
    if (added > 0) {
      LOG.infof("%d factors added", added);
    }
  }

  private static int insert(JdbcTemplate jdbc) {
    ColumnBatch batch = new ColumnBatch(24);
    ShippedFactors.factors().forEach(factor -> batch.add(row(factor)));
    return batch.update(jdbc, INSERT, SHIPPED);
  }

  private static Object[] row(Factor f) {
    Amounts amounts = f.amounts();
    Source source = f.source();
    return new Object[] {
      f.id(),
      f.kind(),
      f.subject(),
      f.place(),
      f.validity().from().orElse(null),
      f.validity().to().orElse(null),
      f.perUnit().symbol(),
      f.unit().symbol(),
      amounts.value().orElse(null),
      amounts.co2().orElse(null),
      amounts.ch4().orElse(null),
      amounts.n2o().orElse(null),
      amounts.biogenicCo2().orElse(null),
      f.gwpSet(),
      source.publisher(),
      source.edition(),
      source.table(),
      source.row(),
      source.licence(),
      f.note(),
      GasAmounts.toJson(amounts.otherGases()),
      f.uncertainty().map(Uncertainty::low).orElse(null),
      f.uncertainty().map(Uncertainty::high).orElse(null),
      f.priceYear().orElse(null)
    };
  }
}
