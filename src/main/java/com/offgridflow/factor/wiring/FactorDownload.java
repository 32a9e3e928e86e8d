package com.offgridflow.factor.wiring;

import com.offgridflow.source.wiring.Downloads;
import com.offgridflow.source.wiring.ImportLimits;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Proposes tables from the web, and remembers what they were, so that it asks only for news. */
@ApplicationScoped
class FactorDownload {
  private static final String LAST =
      "select etag, last_modified from factor_fetch where tenant_id = ? and url = ? and table_name"
          + " = ?";
  private static final String REMEMBER =
      """
      insert into factor_fetch (tenant_id, url, table_name, etag, last_modified, edition_id, fetched_at)
      values (?, ?, ?, ?, ?, ?, clock_timestamp())
      on conflict (tenant_id, url, table_name) do update set etag = excluded.etag,
        last_modified = excluded.last_modified, edition_id = excluded.edition_id,
        fetched_at = excluded.fetched_at\
      """;

  private final TenantDatabase database;
  private final FactorEditions editions;
  private final Downloads downloads;
  private final ImportLimits limits;

  FactorDownload(
      TenantDatabase database, FactorEditions editions, Downloads downloads, FactorConfig config) {
    this.database = database;
    this.editions = editions;
    this.downloads = downloads;
    this.limits = config.limits();
  }

  /**
   * @return empty when the server says that nothing has changed
   * @throws IOException when it may work later
   */
  Optional<FactorEditions.Proposed> propose(String tenant, String url, String table)
      throws IOException {
    Downloads.Version last = database.inTenant(tenant, jdbc -> last(jdbc, tenant, url, table));
    Optional<Downloads.Fetched> fetched = downloads.get(url, last, limits);
    return fetched.map(f -> database.inTenant(tenant, jdbc -> take(jdbc, tenant, url, table, f)));
  }

  private FactorEditions.Proposed take(
      JdbcTemplate jdbc, String tenant, String url, String table, Downloads.Fetched fetched) {
    SentTable sent = new SentTable(table, url, "import", fetched.bytes());
    FactorEditions.Proposed proposed = editions.propose(jdbc, tenant, sent);
    Downloads.Version version = fetched.version();
    jdbc.update(
        REMEMBER,
        tenant,
        url,
        table,
        version.etag().orElse(null),
        version.lastModified().orElse(null),
        proposed.edition().id());
    return proposed;
  }

  private static Downloads.Version last(
      JdbcTemplate jdbc, String tenant, String url, String table) {
    List<Downloads.Version> found =
        jdbc.query(
            LAST,
            (row, n) ->
                new Downloads.Version(
                    Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2))),
            tenant,
            url,
            table);
    return found.isEmpty() ? Downloads.Version.NONE : found.get(0);
  }
}
