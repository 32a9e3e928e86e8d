package com.offgridflow.report;

/**
 * A data point without a value. It is listed with its reason and never written as zero.
 *
 * @param dataPoint its id
 * @param paragraph where the framework asks for it
 * @param label what it is called, in the report's language
 * @param reason why there is no value, in the report's language
 * @param part whether it only divides a value that the report may have, such as one Scope 3
 *     category
 */
public record MissingValue(
    String dataPoint, String paragraph, String label, String reason, boolean part) {}
