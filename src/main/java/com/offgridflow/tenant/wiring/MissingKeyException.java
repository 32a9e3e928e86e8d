package com.offgridflow.tenant.wiring;

import com.offgridflow.failure.UnrecoverableException;

/** The hub has no key to encrypt secrets with, or one that is none. */
public class MissingKeyException extends UnrecoverableException {
  /**
   * @param owner what the secret is of, for people
   */
  MissingKeyException(String owner) {
    super(
        "the secret of %s needs HUB_SECRET_KEY: 64 hex digits, for example from 'openssl rand -hex 32'"
            .formatted(owner));
  }
}
