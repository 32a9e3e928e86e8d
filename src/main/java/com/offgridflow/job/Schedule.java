package com.offgridflow.job;

/**
 * When to ask for a piece of work.
 *
 * @param kind kind of the job to ask for
 * @param subject what the job is about: a connection or a report plan
 * @param cron Quartz cron expression, seconds first
 * @param timeZone IANA name of the zone the expression is meant in
 */
public record Schedule(String tenant, String kind, String subject, String cron, String timeZone) {

  /** Unique over all tenants. */
  public String name() {
    return tenant + "/" + kind + "/" + subject;
  }
}
