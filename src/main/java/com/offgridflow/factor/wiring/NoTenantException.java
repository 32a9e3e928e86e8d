package com.offgridflow.factor.wiring;

import com.offgridflow.failure.UnrecoverableException;

/** There is no such tenant. */
public class NoTenantException extends UnrecoverableException {
  private static final long serialVersionUID = 1L;

  NoTenantException(String tenant) {
    super("there is no tenant '" + tenant + "'");
  }
}
