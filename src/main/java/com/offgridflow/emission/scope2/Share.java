package com.offgridflow.emission.scope2;

import java.math.BigDecimal;

/**
 * What an instrument covers of an activity.
 *
 * @param instrument which one
 * @param kwh how much, more than 0
 */
public record Share(Instrument instrument, BigDecimal kwh) {}
