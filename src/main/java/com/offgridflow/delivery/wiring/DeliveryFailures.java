package com.offgridflow.delivery.wiring;

import com.azure.storage.blob.models.BlobStorageException;
import com.google.cloud.storage.StorageException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.Parcel;
import com.offgridflow.failure.PostponedException;
import com.offgridflow.failure.RetryLaterException;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failure of a delivery means to those who set up the target. */
@ApplicationScoped
@Named("deliveryFailures")
public class DeliveryFailures {
  private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404);

  private final DeliveryGate gate;

  DeliveryFailures(DeliveryGate gate) {
    this.gate = gate;
  }

  /**
   * @throws UnrecoverableException when somebody has to change something
   * @throws IOException when it may pass
   */
  public void explain(
      Exchange exchange,
      @ExchangeProperty(HubProperties.TARGET) DeliveryTarget target,
      @ExchangeProperty(HubProperties.PARCEL) Parcel parcel,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure)
      throws IOException {
    String where = target + ", " + Location.of(target, parcel.name());
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnrecoverableException
          || cause instanceof RetryLaterException
          || cause instanceof PostponedException) {
        gate.unanswered(exchange);
        throw (RuntimeException) cause;
      }
      tell(exchange, cause);
      judge(where, cause);
    }
    gate.unanswered(exchange);
    throw new IOException(where + ": " + failure.getMessage(), failure);
  }

  /** A server of SFTP that says no has answered. */
  private void tell(Exchange exchange, Throwable cause) {
    if (cause instanceof SftpException
        || cause instanceof JSchException && refusesLogin(String.valueOf(cause.getMessage()))) {
      gate.served(exchange);
    } else if (cause instanceof JSchException) {
      gate.unanswered(exchange);
    }
  }

  private static void judge(String where, Throwable cause) throws IOException {
    if (cause instanceof S3Exception answer) {
      String code = answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
      answered(where, "S3", answer.statusCode(), code, "s3:PutObject on the bucket");
    } else if (cause instanceof BlobStorageException answer) {
      String code = String.valueOf(answer.getErrorCode());
      answered(
          where, "Blob Storage", answer.getStatusCode(), code, "a SAS with permissions c and w");
    } else if (cause instanceof StorageException answer) {
      String code = String.valueOf(answer.getReason());
      answered(where, "Cloud Storage", answer.getCode(), code, "the role Storage Object User");
    } else if (cause instanceof JSchException refused) {
      connecting(where, String.valueOf(refused.getMessage()));
    } else if (cause instanceof SftpException refused) {
      writing(where, refused);
    }
  }

  private static void answered(String where, String who, int status, String code, String needed)
      throws IOException {
    String what = "%s: %s answered %d (%s)".formatted(where, who, status, code);
    if (REFUSED.contains(status)) {
      throw new UnrecoverableException(
          what + "; needed are a place that exists, and valid credentials with " + needed);
    }
    throw new IOException(what);
  }

  private static void connecting(String where, String message) throws IOException {
    if (message.toLowerCase(Locale.ROOT).contains("hostkey")) {
      throw new UnrecoverableException(
          where + ": the server proves itself by another key than the setting host_key names");
    }
    if (refusesLogin(message)) {
      throw new UnrecoverableException(
          where + ": the server refuses the login; user, password or private_key are wrong");
    }
    throw new IOException(where + ": no connection, " + message);
  }

  private static boolean refusesLogin(String message) {
    return message.startsWith("Auth ") || message.startsWith("USERAUTH");
  }

  /** Status codes of the SFTP protocol, draft-ietf-secsh-filexfer-02, section 7. */
  private static void writing(String where, SftpException refused) throws IOException {
    int noSuchFile = 2;
    int permissionDenied = 3;
    if (refused.id == noSuchFile || refused.id == permissionDenied) {
      throw new UnrecoverableException(
          where + ": the user may not write there (" + refused.getMessage() + ")");
    }
    throw new IOException(where + ": the server answered " + refused.getMessage());
  }
}
