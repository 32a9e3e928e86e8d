package com.offgridflow.signal;

public final class LogContext implements AutoCloseable {
  public static LogContext of(String tenant, String job) {
    return new LogContext();
  }

  @Override
  public void close() {}
}
