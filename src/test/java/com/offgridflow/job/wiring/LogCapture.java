package com.offgridflow.job.wiring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What a class says in the log. */
public final class LogCapture extends Handler {
  /** What is listened to. */
  public interface Work {
    void run() throws Exception;
  }

  private final List<String> lines = new CopyOnWriteArrayList<>();

  public void during(Class<?> speaker, Work work) throws Exception {
    Logger logger = Logger.getLogger(speaker.getName());
    logger.addHandler(this);
    try {
      work.run();
    } finally {
      logger.removeHandler(this);
    }
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void publish(LogRecord entry) {
    lines.add(ExtLogRecord.wrap(entry).getFormattedMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
