package com.offgridflow.source.wiring;

import com.offgridflow.failure.Causes;
import com.offgridflow.failure.CredentialException;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.Connection;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * What AWS's answers mean whose cause is the credentials, of whatever service they are. Codes: AWS
 * IAM user guide, "Troubleshoot IAM", Amazon S3 API reference, "Error responses", and AWS STS API
 * reference, "Common errors".
 */
final class AwsFailures {
  private static final Set<String> OUT_OF_DATE =
      Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
  private static final Set<String> UNKNOWN =
      Set.of(
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "InvalidToken",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "IncompleteSignature",
          "AccountProblem",
          "InvalidSecurity",
          "NotSignedUp");

  private AwsFailures() {}

  /** The service's code of an error, or empty. */
  static String code(SdkException failure) {
    return failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null
        ? Optional.ofNullable(answer.awsErrorDetails().errorCode()).orElse("")
        : "";
  }

  /**
   * Explains a failure to become somebody at AWS, whatever was to be done then.
   *
   * @throws UnrecoverableException when somebody has to change something
   * @throws IOException when it may pass
   */
  static void explain(Connection connection, SdkException failure) throws IOException {
    notCalled(connection, failure);
    explain(connection, code(failure));
    if (failure instanceof StsException sts) {
      assuming(connection, sts);
    }
  }

  /** The same for a code alone; returns when it is not about credentials. */
  static void explain(Connection connection, String code) {
    if (OUT_OF_DATE.contains(code)) {
      throw new CredentialException(
          "connection %s: the credentials are refused (%s): they have expired; needed is a new secret with access_key_id, secret_access_key and session_token, or a role_arn whose sessions the hub renews by itself"
              .formatted(connection.id(), code));
    }
    if (UNKNOWN.contains(code)) {
      throw new CredentialException(
          "connection %s: the credentials are refused (%s): AWS does not know them; needed are an access_key_id and secret_access_key that are active"
              .formatted(connection.id(), code));
    }
  }

  /** The hub itself refuses an address. */
  private static void notCalled(Connection connection, SdkException failure) {
    Causes.find(failure, UnrecoverableException.class)
        .ifPresent(
            refused -> {
              throw new UnrecoverableException(
                  "connection " + connection.id() + ": " + refused.getMessage());
            });
  }

  private static void assuming(Connection connection, StsException failure) throws IOException {
    if (failure.statusCode() / 100 == 5 || failure.isThrottlingException()) {
      throw new IOException(
          "connection %s: AWS STS answered %d (%s)"
              .formatted(connection.id(), failure.statusCode(), code(failure)));
    }
    throw new CredentialException(
        "connection %s: the role %s cannot be assumed (%s); its trust policy must allow sts:AssumeRole to the hub's identity with the connection's external_id"
            .formatted(connection.id(), connection.settings().get("role_arn"), code(failure)));
  }
}
