package com.offgridflow.job;

/** Names of the exchange properties that routes and beans share. Headers are for transports. */
public final class HubProperties {
  /** Tenant id, a string. */
  public static final String TENANT = "hubTenant";

  /** The {@link Job} that is being worked on. */
  public static final String JOB = "hubJob";

  /** The connection of a sync. */
  public static final String CONNECTION = "hubConnection";

  /** Connection id of a source that starts by itself. */
  public static final String SOURCE = "hubSource";

  /** The delivery of a sync that is being read. */
  public static final String DELIVERY = "hubDelivery";

  /** The object of the delivery that is being read. */
  public static final String OBJECT = "hubObject";

  /** All objects of the delivery, a list. */
  public static final String OBJECTS = "hubObjects";

  /** SHA-256 over the delivery. */
  public static final String DIGEST = "hubDigest";

  /** Name of the reader that the delivery's format needs. */
  public static final String READER = "hubReader";

  /** How many lines the delivery has, counted apart from reading them. */
  public static final String LINES = "hubLines";

  /** What became of the deliveries of a sync. */
  public static final String TALLY = "hubTally";

  /** Id of the run that takes in the delivery. */
  public static final String RUN = "hubRun";

  /** Codes of the formats that a source takes, with commas, or {@code *}; its route sets it. */
  public static final String FORMATS = "hubFormats";

  /** The format that the delivery at hand was recognised as. */
  public static final String FORMAT = "hubFormat";

  /** What a job wants to be remembered of its success, a map. */
  public static final String RESULT = "hubResult";

  /** Where a delivery goes to. */
  public static final String TARGET = "hubTarget";

  /** What of a delivery is being handed over. */
  public static final String PARCEL = "hubParcel";

  private HubProperties() {}
}
