package com.offgridflow.report;

/** The place of a value on an axis of its taxonomy, both by their local names. */
public record Dimension(String axis, String member) {}
