package com.offgridflow.wiring;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.camel.quarkus.core.CamelRuntime;

/** Starts the routes, as {@link Hub#main} does, which tests of Quarkus do not run. */
@ApplicationScoped
class StartRoutes {
  private static final int LAST = 10_000;

  void start(@Observes @Priority(LAST) StartupEvent event, CamelRuntime camel) {
    camel.start();
  }
}
