package com.offgridflow.report;

/**
 * The XBRL taxonomy that a framework's concepts belong to.
 *
 * @param namespace of its elements
 * @param prefix usual prefix of that namespace
 * @param schemaRef URL of the entry point
 */
public record Taxonomy(String namespace, String prefix, String schemaRef) {}
