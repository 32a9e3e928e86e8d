package com.offgridflow.source.wiring;

import com.offgridflow.failure.CredentialException;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.source.RefusedDeliveryException;
import com.offgridflow.source.RemoteObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failure of S3 means to those who set up the connection. */
@ApplicationScoped
@Named("s3Failures")
public class S3Failures {
  private static final int FORBIDDEN = 403;

  /**
   * Amazon S3 API Reference, "Error responses": the key is unknown, switched off or signs wrongly,
   * or the session has ended.
   */
  private static final Set<String> BAD_CREDENTIALS =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "InvalidToken",
          "TokenRefreshRequired",
          "AccountProblem",
          "InvalidSecurity",
          "NotSignedUp");

  /**
   * @throws UnrecoverableException when somebody has to change something
   * @throws IOException when it may pass
   */
  public void explain(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) SdkException failure,
      @Header("hubObject") RemoteObject object)
      throws IOException {
    String where = "connection " + connection.id() + ", bucket " + connection.bucket();
    if (object != null) {
      where += ", object " + object.name();
    }
    if (!(failure instanceof S3Exception answer)) {
      throw new IOException(where + ": no answer, " + failure.getMessage());
    }
    String code =
        answer.awsErrorDetails() == null
            ? ""
            : String.valueOf(answer.awsErrorDetails().errorCode());
    if (failure instanceof NoSuchKeyException || "NoSuchKey".equals(code)) {
      throw new IOException(where + ": was listed, but is gone; the next attempt lists anew");
    }
    if ("NoSuchBucket".equals(code)) {
      throw new UnrecoverableException(
          "connection %s: there is no bucket %s at its endpoint; its location names the bucket, like s3://bucket/prefix"
              .formatted(connection.id(), connection.bucket()));
    }
    if (BAD_CREDENTIALS.contains(code)) {
      throw badCredentials(connection, where, code);
    }
    if (answer.statusCode() == FORBIDDEN) {
      throw refused(connection, where, object, code);
    }
    throw new IOException("%s: S3 answered %d (%s)".formatted(where, answer.statusCode(), code));
  }

  private static CredentialException badCredentials(
      Connection connection, String where, String code) {
    return new CredentialException(
        where
            + ": the credentials are refused ("
            + code
            + "); needed are an access_key_id and secret_access_key that are active, or for temporary"
            + " ones a new session: enter them as the secret of connection "
            + connection.id());
  }

  /** Good credentials that may not read one object leave the others to be read. */
  private static UnrecoverableException refused(
      Connection connection, String where, RemoteObject object, String code) {
    return object == null
        ? new UnrecoverableException(
            where + ": access is refused (" + code + "); needed is " + needed(connection))
        : RefusedDeliveryException.denied(
            object.name(), "the whole object", code, needed(connection));
  }

  private static String needed(Connection connection) {
    return "s3:ListBucket on arn:aws:s3:::%s and s3:GetObject on arn:aws:s3:::%s/*"
        .formatted(connection.bucket(), connection.bucket());
  }
}
