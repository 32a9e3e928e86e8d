package com.offgridflow.console.wiring;

import org.jboss.logging.Logger;
import org.jolokia.server.core.service.api.LogHandler;

/** Jolokia's messages in the hub's log. */
final class JolokiaLog implements LogHandler {
  private static final Logger LOG = Logger.getLogger(Jolokia.class);

  @Override
  public void debug(String message) {
    LOG.debug(message);
  }

  @Override
  public void info(String message) {
    LOG.debug(message);
  }

  @Override
  public void error(String message, Throwable cause) {
    LOG.warn(message, cause);
  }

  @Override
  public boolean isDebug() {
    return LOG.isDebugEnabled();
  }
}
