package com.offgridflow.rate;

import java.math.BigDecimal;

/**
 * One figure by which an amount of money was multiplied.
 *
 * @param name what it is, e.g. {@code exchange rate}
 * @param value the figure
 * @param unit its unit, e.g. {@code USD/EUR}
 * @param why where it was taken from
 */
public record RateStep(String name, BigDecimal value, String unit, String why) {}
