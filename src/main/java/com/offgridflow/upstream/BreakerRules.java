package com.offgridflow.upstream;

import java.time.Duration;

/**
 * When requests to an upstream are stopped, and how it is found out that they work again.
 *
 * @param calls how many of the last requests are looked at
 * @param least how many there must have been
 * @param failedPercent at this part of failed ones the breaker opens
 * @param open how long nothing is sent then
 * @param probes how many requests then decide whether it closes
 */
public record BreakerRules(int calls, int least, int failedPercent, Duration open, int probes) {}
