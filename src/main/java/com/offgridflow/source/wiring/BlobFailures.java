package com.offgridflow.source.wiring;

import com.azure.storage.blob.models.BlobStorageException;
import com.offgridflow.failure.CredentialException;
import com.offgridflow.failure.PostponedException;
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

/** What a failure of Blob Storage means to those who set up the connection. */
@ApplicationScoped
@Named("blobFailures")
public class BlobFailures {
  /** The credentials are known, but not allowed to do this. */
  private static final Set<String> DENIALS =
      Set.of(
          "AuthorizationPermissionMismatch",
          "AuthorizationProtocolMismatch",
          "AuthorizationResourceTypeMismatch",
          "AuthorizationServiceMismatch",
          "AuthorizationSourceIPMismatch",
          "InsufficientAccountPermissions");

  private static final String NEEDED =
      "the role Storage Blob Data Reader on the container, or a SAS with permissions r and l";

  /**
   * @throws UnrecoverableException when somebody has to change something
   * @throws IOException when it may pass
   */
  public void explain(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
      @Header("hubObject") RemoteObject object)
      throws IOException {
    String where =
        "connection %s, container %s of account %s"
            .formatted(connection.id(), connection.bucket(), connection.account());
    if (object != null) {
      where += ", blob " + object.name();
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnrecoverableException refused) {
        throw refused;
      }
      if (cause instanceof PostponedException postponed) {
        throw postponed;
      }
      if (cause instanceof BlobStorageException answer) {
        throw answered(connection, where, object, answer);
      }
    }
    throw new IOException(where + ": no answer (" + failure.getClass().getSimpleName() + ")");
  }

  private static IOException answered(
      Connection connection, String where, RemoteObject object, BlobStorageException answer) {
    String code = String.valueOf(answer.getErrorCode());
    return switch (answer.getStatusCode()) {
      case 401, 403 -> throw refused(connection, where, object, code);
      case 404 -> gone(where, code);
      default ->
          new IOException(
              "%s: Blob Storage answered %d (%s)".formatted(where, answer.getStatusCode(), code));
    };
  }

  /** Good credentials that may not read one blob leave the others to be read. */
  private static UnrecoverableException refused(
      Connection connection, String where, RemoteObject object, String code) {
    if (!DENIALS.contains(code)) {
      return new CredentialException(
          where
              + ": the credentials are refused ("
              + code
              + "); needed is a sas_token with permissions r and l that has not expired, the present"
              + " account_key, or a client with the role Storage Blob Data Reader: enter it as the"
              + " secret of connection "
              + connection.id());
    }
    if (object != null) {
      return RefusedDeliveryException.denied(object.name(), "the whole blob", code, NEEDED);
    }
    return new UnrecoverableException(
        where + ": access is denied (" + code + "); needed is " + NEEDED);
  }

  private static IOException gone(String where, String code) {
    if (code.equals("ContainerNotFound")) {
      throw new UnrecoverableException(
          where
              + ": there is no such container; the location is like azure://account/container/prefix");
    }
    return new IOException(where + ": was listed, but is gone; the next attempt lists anew");
  }
}
