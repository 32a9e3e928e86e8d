package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.source.RemoteObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
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
    String code = answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
    if (failure instanceof NoSuchKeyException || "NoSuchKey".equals(code)) {
      throw new IOException(where + ": was listed, but is gone; the next attempt lists anew");
    }
    if ("NoSuchBucket".equals(code)) {
      throw new UnrecoverableException(
          "connection %s: there is no bucket %s at its endpoint; its location names the bucket, like s3://bucket/prefix"
              .formatted(connection.id(), connection.bucket()));
    }
    if (answer.statusCode() == FORBIDDEN) {
      throw new UnrecoverableException(
          where + ": access is refused (" + code + "); " + needed(connection));
    }
    throw new IOException("%s: S3 answered %d (%s)".formatted(where, answer.statusCode(), code));
  }

  private static String needed(Connection connection) {
    return "needed are valid credentials with s3:ListBucket on arn:aws:s3:::%s and s3:GetObject on arn:aws:s3:::%s/*"
        .formatted(connection.bucket(), connection.bucket());
  }
}
