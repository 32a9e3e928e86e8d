package com.offgridflow.activity;

/**
 * The way back to the bill.
 *
 * @param object the delivered object, as path or URI
 * @param digest SHA-256 of its bytes, lower-case hex
 * @param locator the row: {@code line 12}, or the group of rows an activity sums up
 * @param lines how many rows of the object the activity stands for
 */
public record Evidence(String object, String digest, String locator, long lines) {}
