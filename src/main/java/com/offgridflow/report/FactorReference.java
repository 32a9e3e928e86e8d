package com.offgridflow.report;

/**
 * An emission factor that the figures rest on.
 *
 * @param id the factor's id in the hub
 * @param publisher who published it
 * @param edition publication and edition
 * @param licence under what terms it may be shown
 * @param attribution words that the licence asks for, or empty
 */
public record FactorReference(
    String id, String publisher, String edition, String licence, String attribution) {}
