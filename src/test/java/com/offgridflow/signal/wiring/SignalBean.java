package com.offgridflow.signal.wiring;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.jboss.logging.Logger;

/** Writes a log line from within a route. */
@ApplicationScoped
@Named
public class SignalBean {
  static final Logger LOG = Logger.getLogger(SignalBean.class);

  @WithSpan("measureSample")
  public void measure() {
    LOG.info("measured");
  }

  public void note() {
    LOG.info("noted");
  }
}
