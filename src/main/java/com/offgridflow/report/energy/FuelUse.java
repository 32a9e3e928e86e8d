package com.offgridflow.report.energy;

import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Fuel that was burnt, as emissions tell it.
 *
 * @param fuel subject of the factor
 * @param quantity how much, in {@code unit}
 * @param country ISO 3166-1 alpha-2, or empty
 * @param day a day of the use, by which heating values are chosen
 * @param count how many emissions tell of it
 */
public record FuelUse(
    String fuel, BigDecimal quantity, Unit unit, String country, LocalDate day, long count) {}
