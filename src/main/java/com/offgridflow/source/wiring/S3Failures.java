package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.source.RefusedDeliveryException;
import com.offgridflow.source.RemoteObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failure of S3 means to those who set up the connection. */
@ApplicationScoped
@Named("s3Failures")
public class S3Failures {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  /**
   * @param caught an SdkException, or has one as its cause when it came as the component started
   * @throws UnrecoverableException when somebody has to change something
   * @throws IOException when it may pass
   */
  public void explain(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception caught,
      @Header("hubObject") RemoteObject object)
      throws IOException {
    SdkException failure = ObjectHelper.getException(SdkException.class, caught);
    AwsFailures.explain(connection, failure);
    String where = "connection " + connection.id() + ", bucket " + connection.bucket();
    where += object == null ? "" : ", object " + object.name();
    if (!(failure instanceof S3Exception answer)) {
      throw new IOException(where + ": no answer, " + failure.getMessage());
    }
    String code = AwsFailures.code(failure);
    if (failure instanceof NoSuchKeyException || "NoSuchKey".equals(code)) {
      throw new IOException(where + ": was listed, but is gone; the next attempt lists anew");
    }
    if (answer.statusCode() == FORBIDDEN) {
      throw refused(connection, where, object, code);
    }
    noBucket(connection, where, answer.statusCode(), code);
    throw new IOException("%s: S3 answered %d (%s)".formatted(where, answer.statusCode(), code));
  }

  /** The first question, whether the bucket is there, has no body, and an answer without a code. */
  private static void noBucket(Connection connection, String where, int status, String code) {
    if ("NoSuchBucket".equals(code)) {
      throw new UnrecoverableException(
          "connection %s: there is no bucket %s at its endpoint; its location names the bucket, like s3://bucket/prefix"
              .formatted(connection.id(), connection.bucket()));
    }
    if (status == BAD_REQUEST && !"RequestTimeout".equals(code)) {
      throw new UnrecoverableException(
          "%s: S3 refuses the request (400 %s), as it does when credentials have expired or the region is another; needed are credentials that have not expired, and the bucket's own region in the setting region"
              .formatted(where, code));
    }
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
