package com.offgridflow.source;

import java.util.List;

/**
 * What belongs together and is taken in as a whole: a month of an export, or a single file.
 *
 * @param name stays the same when the same month is delivered again
 * @param objects what it is made of; of a delivery with a manifest, the manifest alone
 * @param manifest whether the objects have still to be read from a manifest
 */
public record Delivery(String name, List<RemoteObject> objects, boolean manifest) {}
