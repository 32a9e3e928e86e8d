package com.offgridflow.delivery;

/**
 * What of a delivery is handed over in one piece.
 *
 * @param rendering name of the rendering
 * @param name under which it goes
 * @param mediaType without parameters
 * @param bytes how large it is
 * @param digest SHA-256 of the content, lower-case hex
 */
public record Parcel(String rendering, String name, String mediaType, long bytes, String digest) {}
