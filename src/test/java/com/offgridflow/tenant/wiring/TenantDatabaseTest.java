package com.offgridflow.tenant.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@QuarkusTest
class TenantDatabaseTest {
  private static final String WORKING_ROLE =
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user";
  private static final String INSERT_JOB = "insert into job (tenant_id, kind) values (?, 'none')";

  /** Flyway's history and Quartz' triggers hold nothing of any tenant. */
  private static final String TABLES_WITHOUT_TENANT =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'qrtz\\_%'
        and c.relname <> 'flyway_schema_history'
        and not exists (select 1 from pg_attribute a where a.attrelid = c.oid
          and a.attname = 'tenant_id' and not a.attisdropped)""";

  private static final String TABLES_OF_TENANTS_WITHOUT_ROW_SECURITY =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'm')
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid
          and a.attname = 'tenant_id' and not a.attisdropped)
        and not (c.relrowsecurity and exists (
          select 1 from pg_policies p where p.tablename = c.relname
            and coalesce(p.qual, p.with_check) like '%hub.tenant%'))""";
  private static final String VIEWS_WITH_THEIR_OWNERS_RIGHTS =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'v'
        and not coalesce(c.reloptions @> '{security_invoker=true}', false)""";
  private static final String FUNCTIONS_WITH_THEIR_OWNERS_RIGHTS =
      """
      select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prosecdef order by 1""";

  @Inject TenantDatabase database;
  @Inject Sandbox sandbox;

  @Test
  void shouldWorkAsARoleWithoutSpecialRights() {
    Map<String, Object> role = database.transaction(jdbc -> jdbc.queryForMap(WORKING_ROLE));

    assertThat(role.values()).containsOnly(false);
    assertThat(names(jdbc -> memberships(jdbc))).isEmpty();
  }

  @Test
  void shouldOwnNothing() {
    assertThat(
            names(
                jdbc ->
                    jdbc.queryForList(
                        "select relname from pg_class where relowner = current_user::regrole",
                        String.class)))
        .isEmpty();
  }

  @Test
  void shouldHaveRowSecurityOnEveryTable() {
    List<String> all =
        names(
            jdbc ->
                jdbc.queryForList(
                    "select tablename from pg_tables where schemaname = 'public'", String.class));

    assertThat(all).contains("tenant", "job", "activity", "emission", "report", "qrtz_triggers");
    assertThat(list(TABLES_WITHOUT_TENANT)).isEmpty();
    assertThat(list(TABLES_OF_TENANTS_WITHOUT_ROW_SECURITY)).isEmpty();
    assertThat(list(VIEWS_WITH_THEIR_OWNERS_RIGHTS)).isEmpty();
  }

  /** On the connections of the pool the setting must not outlive the step. */
  @Test
  void shouldWaitForTheDiskAgainAfterAStep() {
    Function<JdbcTemplate, String> wait =
        jdbc -> jdbc.queryForObject("show synchronous_commit", String.class);

    assertThat(database.stepInTenant("acme", wait)).isEqualTo("off");
    for (int i = 0; i < 20; i++) {
      assertThat(database.inTenant("acme", wait)).isEqualTo("on");
    }
  }

  @Test
  void shouldLookAcrossTenantsInSixFunctionsOnly() {
    assertThat(list(FUNCTIONS_WITH_THEIR_OWNERS_RIGHTS))
        .containsExactly(
            "claim_job",
            "dead_jobs",
            "forget_jobs",
            "release_leases",
            "schedules",
            "waiting_for_people");
  }

  @Test
  void shouldSeeOneTenantOnly() {
    String one = sandbox.tenant();
    String other = sandbox.tenant();
    database.inTenant(other, jdbc -> jdbc.update(INSERT_JOB, other));

    assertThat(sandbox.rows(one, "select tenant_id from tenant"))
        .containsExactly(Map.of("tenant_id", one));
    assertThat(sandbox.rows(one, "select * from job where tenant_id = ?", other)).isEmpty();
    assertThat(sandbox.count(other, "select count(*) from job")).isEqualTo(1);
  }

  @Test
  void shouldSeeNothingWithoutATenant() {
    String tenant = sandbox.tenant();
    database.inTenant(tenant, jdbc -> jdbc.update(INSERT_JOB, tenant));

    // on every connection of the pool, also where a tenant was named before
    for (int i = 0; i < 20; i++) {
      assertThat(names(jdbc -> jdbc.queryForList("select tenant_id from tenant", String.class)))
          .isEmpty();
      assertThat(names(jdbc -> jdbc.queryForList("select kind from job", String.class))).isEmpty();
    }
  }

  @Test
  void shouldNotWriteForAnotherTenant() {
    String one = sandbox.tenant();
    String other = sandbox.tenant();

    assertThatThrownBy(() -> database.inTenant(one, jdbc -> jdbc.update(INSERT_JOB, other)))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security policy for table \"job\"");
    int changed =
        database.inTenant(
            one, jdbc -> jdbc.update("update tenant set name = 'x' where tenant_id = ?", other));
    assertThat(changed).isZero();
  }

  @Test
  void shouldRollBackWhatFails() {
    String tenant = sandbox.tenant();

    assertThatThrownBy(
            () ->
                database.inTenant(
                    tenant,
                    jdbc -> {
                      jdbc.update(INSERT_JOB, tenant);
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
    assertThat(sandbox.count(tenant, "select count(*) from job")).isZero();
  }

  private static List<String> memberships(JdbcTemplate jdbc) {
    return jdbc.queryForList(
        "select roleid::regrole::text from pg_auth_members where member = current_user::regrole",
        String.class);
  }

  private List<String> list(String sql) {
    return names(jdbc -> jdbc.queryForList(sql, String.class));
  }

  private List<String> names(Function<JdbcTemplate, List<String>> query) {
    return database.transaction(query);
  }
}
