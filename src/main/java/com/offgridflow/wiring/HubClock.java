package com.offgridflow.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock, in UTC. */
@ApplicationScoped
public class HubClock {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
