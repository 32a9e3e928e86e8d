package com.offgridflow.failure;

/** Credentials that have expired, were revoked or never worked: no try with them will succeed. */
public class CredentialException extends UnrecoverableException {

  /**
   * @param message which credential of which connection, what the other side says, and what to do;
   *     never the credential itself
   */
  public CredentialException(String message) {
    super(message);
  }
}
