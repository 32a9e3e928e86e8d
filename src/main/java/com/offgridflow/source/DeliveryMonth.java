package com.offgridflow.source;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The month that a delivery's name tells: {@code 2024-09}, as in {@code BILLING_PERIOD=2024-09} and
 * in files named by month, or the first day of {@code 20240901-20241001}, as AWS and Azure name the
 * folder of a billing period.
 */
public final class DeliveryMonth {
  private static final Pattern PERIOD =
      Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})\\d{2}-\\d{8}(?!\\d)");
  private static final Pattern MONTH = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})(?!\\d)");

  private DeliveryMonth() {}

  /** Empty when the name tells none. */
  public static Optional<YearMonth> of(String name) {
    return month(PERIOD.matcher(name)).or(() -> month(MONTH.matcher(name)));
  }

  /** The last one in the name: what stands deeper is more exact. */
  private static Optional<YearMonth> month(Matcher matcher) {
    Optional<YearMonth> found = Optional.empty();
    while (matcher.find()) {
      try {
        found =
            Optional.of(
                YearMonth.of(
                    Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
      } catch (DateTimeException e) {
        // digits of that form that are no month, such as 2024-13
        continue;
      }
    }
    return found;
  }
}
