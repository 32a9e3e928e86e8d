package com.offgridflow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {
  @Test
  void shouldNameTenantAndJobWhileOpen() {
    try (LogContext context = LogContext.of("acme", "7")) {
      assertThat(MDC.get("tenant")).isEqualTo("acme");
      assertThat(MDC.get("job")).isEqualTo("7");
    }
  }

  @Test
  void shouldForgetThemWhenClosed() {
    LogContext.of("acme", "7").close();

    assertThat(LogContext.current()).isEmpty();
  }

  @Test
  void shouldBringBackTheOuterContext() {
    try (LogContext outer = LogContext.of("acme", "7")) {
      LogContext.of("acme", "8").close();

      assertThat(LogContext.current()).isEqualTo(Map.of("tenant", "acme", "job", "7"));
    }
  }

  @Test
  void shouldBeCarriedToAnotherThread() throws InterruptedException {
    Map<String, String> seen = new ConcurrentHashMap<>();
    Map<String, String> carried;
    try (LogContext context = LogContext.of("acme", "7")) {
      carried = LogContext.current();
    }

    Thread looking =
        new Thread(
            () -> {
              try (LogContext context = LogContext.of(carried)) {
                seen.putAll(LogContext.current());
              }
            });
    looking.start();
    looking.join();

    assertThat(seen).isEqualTo(Map.of("tenant", "acme", "job", "7"));
  }
}
