package com.offgridflow.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A failure and what it was wrapped in on its way. */
public final class Causes {
  private Causes() {}

  /** The failure, its cause, that one's cause, and so on. */
  public static List<Throwable> of(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = failure; t != null && !causes.contains(t); t = t.getCause()) {
      causes.add(t);
    }
    return causes;
  }

  /**
   * What they say, each once: {@code outer; because inner}. Nothing of where in the code, nor what
   * Camel and Spring put around a message that follows anyway: exchange ids and whole statements.
   */
  public static String told(Throwable failure) {
    List<String> messages = new ArrayList<>();
    for (Throwable cause : of(failure)) {
      String message = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
      if (!wraps(cause, message)
          && messages.stream().noneMatch(earlier -> earlier.contains(message))) {
        messages.add(message);
      }
    }
    return String.join("; because ", messages);
  }

  private static boolean wraps(Throwable cause, String message) {
    String type = cause.getClass().getName();
    return (type.startsWith("org.apache.camel.") || type.startsWith("org.springframework."))
        && cause.getCause() != null
        && cause.getCause().getMessage() != null
        && message.contains(cause.getCause().getMessage());
  }

  /** The outermost of this type. */
  public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return of(failure).stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
