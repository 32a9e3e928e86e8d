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

  /** Id of the run that takes in the delivery. */
  public static final String RUN = "hubRun";

  /** The format that the delivery at hand was recognised as. */
  public static final String FORMAT = "hubFormat";

  /** What a job wants to be remembered of its success, a map. */
  public static final String RESULT = "hubResult";

  private HubProperties() {}
}
