package com.offgridflow.intake;

/**
 * The account of a run: every record read is in exactly one of the four outcomes, and every line of
 * the bill is used, known to be no usage, or rejected.
 *
 * @param withdrawn activities of earlier deliveries that this one no longer has; no part of the sum
 */
public record Balance(
    long read,
    long accepted,
    long duplicate,
    long superseding,
    long rejected,
    long withdrawn,
    long linesRead,
    long linesUsage,
    long linesNotUsage,
    long linesRejected) {

  /**
   * @throws UnbalancedRunException when something is unaccounted for
   */
  public void check() {
    if (read != accepted + duplicate + superseding + rejected
        || linesRead != linesUsage + linesNotUsage + linesRejected) {
      throw new UnbalancedRunException(this);
    }
  }

  @Override
  public String toString() {
    return "records: %d read, %d accepted, %d duplicate, %d superseding, %d rejected; lines: %d read, %d usage, %d not usage, %d rejected"
        .formatted(
            read,
            accepted,
            duplicate,
            superseding,
            rejected,
            linesRead,
            linesUsage,
            linesNotUsage,
            linesRejected);
  }
}
