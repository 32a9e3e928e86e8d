package com.offgridflow.emission.formula;

import com.offgridflow.emission.Calculation;
import com.offgridflow.emission.Gases;
import com.offgridflow.factor.Uncertainty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One component of what a formula gives: everything is proportional to the amount.
 *
 * @param component its name, one of its kind within an activity and method
 * @param perUnit kg of each gas per one of the formula's unit
 * @param kwhPerUnit energy behind it in kWh per unit, where there is one
 * @param gwpSet see {@link com.offgridflow.emission.Emission}
 * @param uncertainty how far off it may be, where that is known
 * @param dataQuality mean of the five indicators, where assessed
 * @param calculation how it is computed
 */
public record LinearEmission(
    String component,
    Gases perUnit,
    Optional<BigDecimal> kwhPerUnit,
    String gwpSet,
    Optional<Uncertainty> uncertainty,
    Optional<BigDecimal> dataQuality,
    Calculation calculation) {}
