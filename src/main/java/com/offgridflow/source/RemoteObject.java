package com.offgridflow.source;

/**
 * An object at a connection's location.
 *
 * @param name full key in the bucket, or path below the directory, with slashes
 * @param bytes its size
 */
public record RemoteObject(String name, long bytes) {}
