package com.offgridflow.report.energy;

/**
 * Energy that was used and whose amount is not known. What it belongs to has no value, since a sum
 * without it would be too low.
 *
 * @param carrier what it came in
 * @param source what it was made from; {@code UNSPECIFIED} where that is not known either
 * @param message what is lacking, with the quantity
 */
public record EnergyGap(EnergyCarrier carrier, EnergySource source, String message) {}
