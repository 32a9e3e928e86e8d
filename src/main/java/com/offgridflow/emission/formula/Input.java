package com.offgridflow.emission.formula;

/**
 * A detail of the activity that a formula reads.
 *
 * @param name its key, e.g. {@code movement}
 * @param meaning what it says, with its unit or allowed values
 * @param required whether the formula cannot do without it
 */
public record Input(String name, String meaning, boolean required) {}
