package com.offgridflow.report.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.report.Derivation;
import com.offgridflow.report.Disclosure;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Frameworks;
import com.offgridflow.report.Inventory;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.Theme;
import com.offgridflow.report.wiring.ProvenanceQueries.EvidenceList;
import com.offgridflow.tenant.wiring.Beside;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ExchangeProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads a tenant's emissions through a framework and freezes them. What the report says is read in
 * one transaction while another links and digests each emission; both see the same moment.
 */
@ApplicationScoped
@Named("freezeReport")
public class FreezeReport {
  private final TenantDatabase database;
  private final ReportStore store;
  private final ReportThemes themes;
  private final Inventories inventories;
  private final Clock clock;

  FreezeReport(
      TenantDatabase database,
      ReportStore store,
      ReportThemes themes,
      Inventories inventories,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.themes = themes;
    this.inventories = inventories;
    this.clock = clock;
  }

  /**
   * Freezes the report of the job's plan; doing the same job again changes nothing, nor does doing
   * it twice at a time, as a worker does that was thought dead.
   */
  public Map<String, String> freeze(@ExchangeProperty(HubProperties.JOB) Job job) {
    UUID id = id(job);
    try {
      database.inSnapshot(job.tenant(), jdbc -> freeze(jdbc, job, id));
    } catch (DuplicateKeyException e) {
      requireFrozen(job, id, e);
    }
    return Map.of("report", id.toString());
  }

  private void requireFrozen(Job job, UUID id, DuplicateKeyException failure) {
    if (!database.inTenant(job.tenant(), jdbc -> store.exists(jdbc, id))) {
      throw failure;
    }
  }

  private Integer freeze(JdbcTemplate jdbc, Job job, UUID id) {
    if (store.exists(jdbc, id)) {
      return 0;
    }
    ReportPlan plan = ReportPlan.find(jdbc, job.tenant(), job.required("plan"));
    ReportDerivation derivation = new ReportDerivation(jdbc, id);
    try (Beside<Sealed> disclosed =
        database.beside(jdbc, job.tenant(), reading -> disclose(reading, plan, id))) {
      int emissions = derivation.link(job.tenant(), plan.period());
      Sealed sealed = disclosed.get();
      derivation.share(job.tenant(), sealed.calculations());
      derivation.state(sealed.report().stated());
      return store.insert(jdbc, plan.id(), sealed.with(derivation.digest(), emissions));
    }
  }

  /** A report, and what its seal is over. */
  private record Sealed(Report report, Long[] calculations, EvidenceList evidence) {
    Report with(String digest, int emissions) {
      return report.derivedFrom(
          new Derivation(digest, emissions, evidence.most(), evidence.further()));
    }
  }

  private Sealed disclose(JdbcTemplate jdbc, ReportPlan plan, UUID id) {
    String tenant = plan.tenant();
    Framework framework = Frameworks.load(plan.framework());
    ReportQueries queries = new ReportQueries(jdbc, tenant, plan.period());
    Inventory inventory = inventories.of(jdbc, tenant, framework, queries);
    PastFigures past = new PastFigures(jdbc, tenant, framework, inventory.statements());
    Report report =
        new Disclosure(framework)
            .freeze(
                request(plan, id, themes.of(jdbc, tenant)),
                inventory,
                past.before(plan.period()),
                queries
                    .basis(plan.language())
                    .with(store.restated(jdbc, framework.id(), plan.period())));
    return new Sealed(report, queries.calculations(), queries.evidence());
  }

  private ReportRequest request(ReportPlan plan, UUID id, Theme theme) {
    return new ReportRequest(
        id.toString(),
        plan.tenant(),
        plan.entity(),
        plan.period(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        plan.language(),
        theme);
  }

  /** A job makes one report, however often it is tried. */
  private static UUID id(Job job) {
    String name = job.tenant() + "/report/" + job.id();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
