package com.offgridflow.job;

import com.offgridflow.failure.Causes;
import com.offgridflow.failure.PostponedException;
import com.offgridflow.failure.RetryLaterException;
import com.offgridflow.failure.UnrecoverableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a failure means: bad input is parked at once, a bug is parked with its stack, what has to
 * wait waits without using up an attempt, and everything else is tried again, 1 minute later, then
 * 2, 4, 8, 16 and 30, until the attempts are used up.
 *
 * @param maxAttempts how many attempts a job gets, at least 1
 */
public record RetryPolicy(int maxAttempts) {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final List<Class<? extends Throwable>> BUGS =
      List.of(
          NullPointerException.class,
          ClassCastException.class,
          IllegalArgumentException.class,
          IllegalStateException.class,
          IndexOutOfBoundsException.class,
          ArithmeticException.class,
          UnsupportedOperationException.class,
          LinkageError.class);

  public RetryPolicy {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("at least one attempt is needed, not " + maxAttempts);
    }
  }

  /** The settlement of attempt number {@code attempt} (from 1) that ended with this failure. */
  public Settlement settle(Throwable failure, int attempt) {
    List<Throwable> causes = Causes.of(failure);
    Throwable root = causes.get(causes.size() - 1);
    if (causes.stream().anyMatch(UnrecoverableException.class::isInstance)) {
      return new Settlement.Parked(Causes.told(failure));
    }
    Optional<PostponedException> postponed = Causes.find(failure, PostponedException.class);
    if (postponed.isPresent()) {
      return new Settlement.Postponed(postponed.get().delay(), Causes.told(failure));
    }
    if (BUGS.stream().anyMatch(bug -> bug.isInstance(root))) {
      return new Settlement.Parked(stack(failure));
    }
    return attempt >= maxAttempts
        ? new Settlement.Parked("gave up after " + attempt + " attempts: " + Causes.told(failure))
        : new Settlement.Retry(longer(delay(attempt), failure), Causes.told(failure));
  }

  /** Wait after the given attempt: doubling from one minute, at most thirty. */
  public static Duration delay(int attempt) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** What the other side asks for, when that is longer. */
  private static Duration longer(Duration usual, Throwable failure) {
    return Causes.find(failure, RetryLaterException.class)
        .map(RetryLaterException::delay)
        .filter(asked -> asked.compareTo(usual) > 0)
        .orElse(usual);
  }

  private static String stack(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
