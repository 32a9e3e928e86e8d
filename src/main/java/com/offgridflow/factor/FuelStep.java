package com.offgridflow.factor;

import java.math.BigDecimal;

/**
 * One property of a fuel by which an amount was converted.
 *
 * @param factor heating value or density
 * @param divides whether the amount was divided by it
 * @param multiplier what it multiplied the amount by, from one measure's unit to the other's
 * @param why how the factor was chosen
 */
public record FuelStep(Factor factor, boolean divides, BigDecimal multiplier, String why) {}
