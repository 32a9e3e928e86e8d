package com.offgridflow.source;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A question to Azure Resource Manager.
 *
 * @param path from the root of the service, with its query; or the full address of a next page
 * @param body what is posted
 */
public record AzureRequest(String path, JsonNode body) {}
