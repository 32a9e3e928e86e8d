package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.failure.RetryLaterException;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** What the answer to a webhook means. */
@ApplicationScoped
@Named("webhookAnswer")
public class WebhookAnswer {
  private static final Set<Integer> LATER = Set.of(408, 425, 429);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final Clock clock;
  private final DeliveryGate gate;

  WebhookAnswer(Clock clock, DeliveryGate gate) {
    this.clock = clock;
    this.gate = gate;
  }

  /**
   * Returns when the answer is 2xx.
   *
   * @throws UnrecoverableException when somebody has to change something: redirects, which are not
   *     followed, and 4xx
   * @throws RetryLaterException when the receiver asks for patience
   * @throws IOException when it may pass
   */
  public void judge(
      Exchange exchange,
      @ExchangeProperty(HubProperties.TARGET) DeliveryTarget target,
      @Header(Exchange.HTTP_RESPONSE_CODE) int status,
      @Header("Retry-After") String retryAfter)
      throws IOException {
    gate.answered(exchange, status, asked(retryAfter));
    if (status / 100 == 2) {
      return;
    }
    String what = "%s: %s answered %d".formatted(target, Location.of(target, ""), status);
    if (status < 500 && !LATER.contains(status)) {
      throw new UnrecoverableException(what + "; needed is 2xx, redirects are not followed");
    }
    if (retryAfter != null) {
      throw new RetryLaterException(what + ", Retry-After: " + retryAfter, delay(retryAfter));
    }
    throw new IOException(what);
  }

  /** What the receiver asks for, in the header's form and within bounds. */
  private Map<String, List<String>> asked(String retryAfter) {
    return retryAfter == null
        ? Map.of()
        : Map.of("Retry-After", List.of(Long.toString(delay(retryAfter).toSeconds())));
  }

  /** Seconds or a date, RFC 9110, 10.2.3; nonsense is no delay, and more than a day is a day. */
  private Duration delay(String retryAfter) {
    if (retryAfter.matches("\\d{1,9}")) {
      return shortest(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      Instant until =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return shortest(Duration.between(clock.instant(), until));
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  private static Duration shortest(Duration asked) {
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
