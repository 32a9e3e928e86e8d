package com.offgridflow.source.wiring;

import com.google.auth.Retryable;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.BigQueryException;
import com.offgridflow.failure.CredentialException;
import com.offgridflow.failure.PostponedException;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.RefusedDeliveryException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/**
 * What a failure of BigQuery means to those who set up the connection. Reasons are those of
 * "Troubleshoot BigQuery errors: error table" in Google Cloud's documentation.
 */
@ApplicationScoped
@Named("bigQueryFailures")
public class BigQueryFailures {
  private static final String ROLES =
      "roles/bigquery.dataViewer on the dataset and roles/bigquery.jobUser on the project that runs the query";

  /**
   * @throws UnrecoverableException when somebody has to change something
   * @throws RefusedDeliveryException when this table is denied
   * @throws IOException when it may pass
   */
  public void explain(
      @ExchangeProperty(HubProperties.CONNECTION) Connection connection,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure)
      throws IOException {
    String where = "connection " + connection.id() + ", " + delivery.name();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnrecoverableException refused) {
        throw refused;
      }
      if (cause instanceof PostponedException postponed) {
        throw postponed;
      }
      if (cause instanceof Retryable tokens) {
        throw noToken(where, tokens);
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BigQueryException answer) {
        throw answered(where, delivery, answer);
      }
    }
    throw new IOException(where + ": no answer (" + failure.getClass().getSimpleName() + ")");
  }

  private static IOException noToken(String where, Retryable tokens) {
    if (tokens.isRetryable()) {
      return new IOException(where + ": Google gave no token; the next attempt asks again");
    }
    throw new CredentialException(
        where
            + ": Google refuses the service account's key; needed is a key that has been neither deleted nor disabled: enter it as the connection's secret");
  }

  private static IOException answered(String where, Delivery delivery, BigQueryException answer) {
    String reason =
        Optional.ofNullable(answer.getError()).map(BigQueryError::getReason).orElse("no reason");
    String what = where + ": BigQuery answered " + answer.getCode() + " (" + reason + ")";
    return switch (reason) {
      case "accessDenied" -> throw denied(delivery);
      case "notFound" ->
          throw new UnrecoverableException(
              what + "; needed are the table, and its location in the setting location");
      case "invalidQuery" ->
          throw new UnrecoverableException(
              what
                  + ": "
                  + answer.getMessage()
                  + "; the table should be an export of the connection's kind");
      case "bytesBilledLimitExceeded" ->
          throw new UnrecoverableException(what + "; raise the setting maximum_bytes_billed");
      case "authError", "required" ->
          throw new CredentialException(
              what
                  + "; needed is the service account's present key: enter it as the connection's secret");
      case "invalid" -> throw new UnrecoverableException(what + ": " + answer.getMessage());
      default -> new IOException(what);
    };
  }

  private static RefusedDeliveryException denied(Delivery delivery) {
    return RefusedDeliveryException.denied(
        delivery.name(), "the whole table", "Google says accessDenied", ROLES);
  }
}
