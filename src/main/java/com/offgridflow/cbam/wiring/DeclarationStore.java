package com.offgridflow.cbam.wiring;

import com.offgridflow.cbam.Declaration;
import com.offgridflow.cbam.DeclarationJson;
import com.offgridflow.cbam.DeclaredLine;
import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code cbam_declaration} and {@code cbam_declaration_line}. */
@ApplicationScoped
public class DeclarationStore {
  private static final String INSERT =
      """
      insert into cbam_declaration (declaration_id, tenant_id, period, digest, content, frozen_at,
        frozen_by)
      values (?, ?, ?, ?, ?, ?, ?)""";
  private static final String LINES =
      """
      insert into cbam_declaration_line (tenant_id, declaration_id, line_id, version)
      select ?, ?, id, version::int from {rows} as n (id, version)""";
  private static final String LIST =
      """
      select declaration_id as id, period, digest, frozen_at, frozen_by from cbam_declaration
      order by frozen_at desc, declaration_id""";
  private static final String FIND =
      "select content from cbam_declaration where declaration_id = ?";

  private final TenantDatabase database;

  DeclarationStore(TenantDatabase database) {
    this.database = database;
  }

  void insert(JdbcTemplate jdbc, Declaration declaration, String by) {
    UUID id = UUID.fromString(declaration.id());
    jdbc.update(
        INSERT,
        id,
        declaration.tenant(),
        declaration.period().toString(),
        declaration.digest(),
        DeclarationJson.write(declaration),
        Timestamp.from(declaration.frozenAt()),
        by);
    RowBatch lines = new RowBatch("text, text");
    for (DeclaredLine line : declaration.lines()) {
      lines.add(line.line(), line.evidence().version());
    }
    lines.update(jdbc, LINES, declaration.tenant(), id);
  }

  /** All of a tenant, the newest first, without their content. */
  List<Map<String, Object>> list(String tenant) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForList(LIST));
  }

  /** The frozen declaration, which proves by its digest that it is what was frozen. */
  Declaration load(String tenant, UUID id) {
    List<String> found =
        database.inTenant(tenant, jdbc -> jdbc.queryForList(FIND, String.class, id));
    if (found.isEmpty()) {
      throw new UnrecoverableException("tenant " + tenant + " has no CBAM declaration " + id);
    }
    return DeclarationJson.read(found.get(0));
  }
}
