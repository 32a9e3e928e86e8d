package com.offgridflow.report.preflight;

import com.offgridflow.failure.UnrecoverableException;

/** A document that breaks a rule, which trying again does not mend. */
public final class PreflightException extends UnrecoverableException {
  PreflightException(String message) {
    super(message);
  }
}
