package com.offgridflow.emission.wiring;

import com.offgridflow.emission.EmissionCalculator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The calculator that the whole hub shares. */
@ApplicationScoped
public class Calculator {
  @Produces
  @Singleton
  EmissionCalculator calculator() {
    return EmissionCalculator.shipped();
  }
}
