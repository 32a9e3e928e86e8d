package com.offgridflow.report.statement;

/**
 * What is wrong with a statement.
 *
 * @param field which field
 * @param value what it says
 * @param message what would have worked
 */
public record StatementFault(String field, String value, String message) {}
