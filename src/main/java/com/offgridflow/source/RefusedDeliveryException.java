package com.offgridflow.source;

import com.offgridflow.intake.Rejection;

/** A delivery that cannot be read as a whole. The others of the sync go on. */
public class RefusedDeliveryException extends RuntimeException {
  private final transient Rejection rejection;

  public RefusedDeliveryException(Rejection rejection) {
    super(rejection.toString());
    this.rejection = rejection;
  }

  RefusedDeliveryException(
      String object, String field, String value, String code, String message, String mitigation) {
    this(new Rejection(object, "the whole file", field, value, code, message, mitigation));
  }

  public Rejection rejection() {
    return rejection;
  }
}
