package com.offgridflow.factor;

/**
 * Where a figure was published: enough to find it again.
 *
 * @param publisher who published it
 * @param edition which edition
 * @param table table, sheet or file of the edition
 * @param row the row's own name in that table
 * @param licence under which it may be carried over
 */
public record Source(String publisher, String edition, String table, String row, String licence) {}
