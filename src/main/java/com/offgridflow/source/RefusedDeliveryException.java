package com.offgridflow.source;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.intake.Rejection;

/** A delivery that cannot be read as a whole. The others of the sync go on. */
public class RefusedDeliveryException extends UnrecoverableException {
  private final transient Rejection rejection;

  public RefusedDeliveryException(Rejection rejection) {
    super(rejection.toString());
    this.rejection = rejection;
  }

  RefusedDeliveryException(
      String object, String field, String value, String code, String message, String mitigation) {
    this(new Rejection(object, "the whole file", field, value, code, message, mitigation));
  }

  /**
   * A delivery to which access is denied, though the credentials are good.
   *
   * @param whole what of it, for example {@code the whole subscription}
   * @param says what the other side says
   * @param needed what would have worked
   */
  public static RefusedDeliveryException denied(
      String object, String whole, String says, String needed) {
    return new RefusedDeliveryException(
        new Rejection(
            object,
            whole,
            "",
            "",
            "ACCESS_DENIED",
            "access is denied (" + says + ")",
            needed + "; the others are read, and the next sync asks again"));
  }

  public Rejection rejection() {
    return rejection;
  }
}
