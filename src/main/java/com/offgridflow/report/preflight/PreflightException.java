package com.offgridflow.report.preflight;

/** A document that breaks a rule, which trying again does not mend. */
public final class PreflightException extends RuntimeException {
  PreflightException(String message) {
    super(message);
  }
}
