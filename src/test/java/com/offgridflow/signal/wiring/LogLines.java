package com.offgridflow.signal.wiring;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps the thread and the fields of log lines. */
final class LogLines extends Handler {
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  List<Line> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord entry) {
    ExtLogRecord line = ExtLogRecord.wrap(entry);
    lines.add(new Line(line.getThreadName(), line.getMdcCopy()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  record Line(String thread, Map<String, String> fields) {}
}
