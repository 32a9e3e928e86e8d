package com.offgridflow.signal;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Says in every log line of this thread for whom and for which job it works, until closed. Contexts
 * nest: closing one brings back what was there before.
 *
 * <pre>{@code
 * try (LogContext context = LogContext.of("acme", "4711")) { ... }
 * }</pre>
 */
public final class LogContext implements AutoCloseable {
  /** The field that names the tenant. */
  public static final String TENANT = "tenant";

  /** The field that names the job. */
  public static final String JOB = "job";

  private final Map<String, String> before = new HashMap<>();

  private LogContext(Map<String, String> fields) {
    fields.forEach(this::put);
  }

  /** A context for work on one job of one tenant. */
  public static LogContext of(String tenant, String job) {
    return new LogContext(Map.of(TENANT, tenant, JOB, job));
  }

  /** The context that {@link #current} told elsewhere, on this thread. */
  public static LogContext of(Map<String, String> current) {
    return new LogContext(current);
  }

  /** Tenant and job of this thread, as far as they are known, to be carried to another thread. */
  public static Map<String, String> current() {
    Map<String, String> current = new HashMap<>();
    for (String field : new String[] {TENANT, JOB}) {
      String value = MDC.get(field);
      if (value != null) {
        current.put(field, value);
      }
    }
    return Map.copyOf(current);
  }

  @Override
  public void close() {
    before.forEach(LogContext::restore);
  }

  private void put(String field, String value) {
    before.put(field, MDC.get(field));
    MDC.put(field, value);
  }

  private static void restore(String field, String value) {
    if (value == null) {
      MDC.remove(field);
    } else {
      MDC.put(field, value);
    }
  }
}
