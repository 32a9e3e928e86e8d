package com.offgridflow.factor.wiring;

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
  private final HttpTables http;

  FactorDownload(TenantDatabase database, FactorEditions editions, HttpTables http) {
    this.database = database;
    this.editions = editions;
    this.http = http;
  }

  /**
   * @return empty when the server says that nothing has changed
   * @throws IOException when it may work later
   */
  Optional<FactorEditions.Proposed> propose(String tenant, String url, String table)
      throws IOException {
    HttpTables.Version last = database.inTenant(tenant, jdbc -> last(jdbc, tenant, url, table));
    Optional<HttpTables.Fetched> fetched = http.get(url, last);
    return fetched.map(f -> database.inTenant(tenant, jdbc -> take(jdbc, tenant, url, table, f)));
  }

  private FactorEditions.Proposed take(
      JdbcTemplate jdbc, String tenant, String url, String table, HttpTables.Fetched fetched) {
    SentTable sent = new SentTable(table, url, "import", fetched.bytes());
    FactorEditions.Proposed proposed = editions.propose(jdbc, tenant, sent);
    HttpTables.Version version = fetched.version();
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

  private static HttpTables.Version last(
      JdbcTemplate jdbc, String tenant, String url, String table) {
    List<HttpTables.Version> found =
        jdbc.query(
            LAST,
            (row, n) ->
                new HttpTables.Version(
                    Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2))),
            tenant,
            url,
            table);
    return found.isEmpty() ? HttpTables.Version.NONE : found.get(0);
  }
}
