package com.offgridflow.emission;

import java.math.BigDecimal;

/**
 * One figure of a derivation, in the order of the formula.
 *
 * @param name what it is, e.g. {@code PUE}
 * @param value the figure
 * @param unit its unit, e.g. {@code W/vCPU}
 * @param factorId the factor it was taken from; empty for one that was computed
 * @param why how the factor was chosen, or how the figure was computed
 */
public record Step(String name, BigDecimal value, String unit, String factorId, String why) {}
