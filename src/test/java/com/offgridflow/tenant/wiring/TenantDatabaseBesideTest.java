package com.offgridflow.tenant.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@QuarkusTest
class TenantDatabaseBesideTest {
  private static final String PLAN =
      """
      insert into report_plan (tenant_id, plan_id, framework, period_start, period_end)
      values (?, ?, 'esrs-2023', '2024-01-01', '2025-01-01')""";

  @Inject Sandbox sandbox;
  @Inject TenantDatabase database;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  @Test
  void shouldReadWhatTheFirstTransactionSawAndNotWhatWasCommittedSince() {
    long plans =
        database.inSnapshot(
            tenant,
            jdbc -> {
              plans(jdbc);
              sandbox.owner().update(PLAN, tenant, "annual");
              try (Beside<Long> beside = database.beside(jdbc, tenant, this::plans)) {
                return beside.get();
              }
            });

    assertThat(plans).isZero();
  }

  @Test
  void shouldReadThisTenantOnly() {
    sandbox.owner().update(PLAN, sandbox.tenant(), "annual");

    long plans =
        database.inSnapshot(tenant, jdbc -> database.beside(jdbc, tenant, this::plans).get());

    assertThat(plans).isZero();
  }

  @Test
  void shouldThrowWhatTheReadingFailedWith() {
    assertThatThrownBy(
            () ->
                database.inSnapshot(
                    tenant,
                    jdbc -> {
                      try (Beside<Long> beside =
                          database.beside(
                              jdbc,
                              tenant,
                              reading -> {
                                throw new UnrecoverableException("no such plan");
                              })) {
                        return beside.get();
                      }
                    }))
        .isInstanceOf(UnrecoverableException.class)
        .hasMessage("no such plan");
  }

  private long plans(JdbcTemplate jdbc) {
    return jdbc.queryForObject("select count(*) from report_plan", Long.class);
  }
}
