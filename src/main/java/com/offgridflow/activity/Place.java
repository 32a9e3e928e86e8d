package com.offgridflow.activity;

/**
 * Where an activity happened, from narrow to wide. What is not known is the empty string.
 *
 * @param supplier who supplied it: a cloud provider's short name ({@code aws}) or a utility's name
 * @param region the cloud provider's region id ({@code us-east-1}) or a grid zone ({@code SRVC})
 * @param postcode postal or ZIP code
 * @param country ISO 3166-1 alpha-2 code
 * @param facility the tenant's own name of the site
 */
public record Place(
    String supplier, String region, String postcode, String country, String facility) {}
