package com.offgridflow.source;

import com.offgridflow.intake.Rejection;

/** A row that cannot be mapped to a record. The other rows go on. */
public class RejectedRowException extends RuntimeException {
  private final transient Rejection rejection;

  public RejectedRowException(Rejection rejection) {
    super(rejection.toString());
    this.rejection = rejection;
  }

  public Rejection rejection() {
    return rejection;
  }
}
