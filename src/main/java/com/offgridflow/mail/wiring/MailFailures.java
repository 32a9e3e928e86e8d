package com.offgridflow.mail.wiring;

import com.offgridflow.failure.UnrecoverableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a failure of the mail server means. */
@ApplicationScoped
@Named("mailFailures")
public class MailFailures {
  private static final int PERMANENT = 500;

  /**
   * @throws UnrecoverableException when the server will never take it: its answer is 5xx (RFC 5321,
   *     4.2.1), or an address is wrong
   * @throws IOException when it may pass
   */
  public void explain(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure)
      throws IOException {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (permanent(cause)) {
        throw new UnrecoverableException(
            "the mail server refuses the message%s: %s"
                .formatted(refused(failure), cause.getMessage().strip()));
      }
    }
    throw new IOException("the mail is not sent: " + failure.getMessage(), failure);
  }

  private static boolean permanent(Throwable cause) {
    return cause instanceof SMTPSendFailedException send && send.getReturnCode() >= PERMANENT
        || cause instanceof SMTPAddressFailedException to && to.getReturnCode() >= PERMANENT;
  }

  /** Mail keeps what happened to each address in a chain of its own. */
  private static Throwable next(Throwable cause) {
    Exception chained = cause instanceof MessagingException mail ? mail.getNextException() : null;
    return chained != null ? chained : cause.getCause();
  }

  private static String refused(Exception failure) {
    Address[] addresses =
        failure instanceof SendFailedException send ? send.getInvalidAddresses() : null;
    List<String> names =
        addresses == null ? List.of() : Arrays.stream(addresses).map(Address::toString).toList();
    return names.isEmpty() ? "" : " to " + String.join(", ", names);
  }
}
