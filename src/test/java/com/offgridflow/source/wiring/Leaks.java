package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.jboss.logmanager.ExtLogRecord;

/** Looks for secrets where none may be. */
public final class Leaks {
  /** Whoever has a secret in its hands. */
  private static final List<String> TALKERS =
      List.of(
          "org.apache.camel",
          "software.amazon",
          "com.azure",
          "com.google",
          "com.offgridflow",
          "jdk.httpclient");

  private final List<String> secrets;
  private final List<String> log = new CopyOnWriteArrayList<>();

  public Leaks(String... secrets) {
    this.secrets = List.of(secrets);
  }

  /** Runs this and keeps what is logged meanwhile. */
  public void during(Runnable work) {
    Handler handler = capture(log);
    Logger.getLogger("").addHandler(handler);
    TALKERS.forEach(name -> listen(Logger.getLogger(name), handler));
    try {
      work.run();
    } finally {
      TALKERS.forEach(name -> leave(Logger.getLogger(name), handler));
      Logger.getLogger("").removeHandler(handler);
    }
  }

  /** Has it tell everything, to the test alone. */
  private static void listen(Logger logger, Handler handler) {
    logger.setLevel(Level.FINEST);
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  private static void leave(Logger logger, Handler handler) {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }

  /** The log, the endpoints' URIs, and names and attributes of all MBeans. */
  public void check(CamelContext camel) throws JMException {
    assertThat(log).isNotEmpty();
    check(log);
    check(camel.getEndpoints().stream().map(Endpoint::getEndpointUri).toList());
    List<String> jmx = jmx();
    assertThat(jmx).hasSizeGreaterThan(100);
    check(jmx);
  }

  public void check(List<String> texts) {
    Stream<String> leaks = texts.stream().filter(text -> secrets.stream().anyMatch(text::contains));
    assertThat(leaks).isEmpty();
  }

  private static List<String> jmx() throws JMException {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    List<String> texts = new ArrayList<>();
    for (ObjectName name : beans.queryNames(ObjectName.WILDCARD, null)) {
      texts.add(name.toString());
      for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
        texts.add(attribute(beans, name, attribute.getName()));
      }
    }
    return texts;
  }

  private static String attribute(MBeanServer beans, ObjectName name, String attribute) {
    try {
      return String.valueOf(beans.getAttribute(name, attribute));
    } catch (JMException | RuntimeException e) {
      return "cannot be read";
    }
  }

  private static Handler capture(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        ExtLogRecord line = ExtLogRecord.wrap(entry);
        lines.add(line.getFormattedMessage() + " " + line.getThrown());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
