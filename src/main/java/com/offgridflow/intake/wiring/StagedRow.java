package com.offgridflow.intake.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.Details;
import com.offgridflow.activity.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An activity as the row that waits for its delivery to be complete. */
final class StagedRow {
  private StagedRow() {}

  static Object[] of(Activity a) {
    Object cost = a.cost().map(Money::amount).orElse(null);
    Object currency = a.cost().map(Money::currency).orElse(null);
    return new Object[] {
      a.recordKey(),
      digest(a),
      a.kind().code(),
      a.subject(),
      a.quantity().amount(),
      a.quantity().unit().symbol(),
      a.period().start(),
      a.period().end(),
      a.place().supplier(),
      a.place().region(),
      a.place().postcode(),
      a.place().country(),
      a.place().facility(),
      a.account(),
      a.service(),
      cost,
      currency,
      a.evidence().object(),
      a.evidence().digest(),
      a.evidence().locator(),
      a.evidence().lines(),
      Details.toJson(a.details())
    };
  }

  /**
   * What makes two records of one key the same. The evidence is left out: a month that is delivered
   * again has another digest, but its unchanged rows are still the same records.
   */
  private static String digest(Activity a) {
    String content =
        String.join(
            "\u001f",
            a.kind().code(),
            a.subject(),
            a.quantity().amount().stripTrailingZeros().toPlainString(),
            a.quantity().unit().symbol(),
            a.period().toString(),
            a.place().toString(),
            a.account(),
            a.service(),
            a.cost().map(StagedRow::text).orElse(""),
            Long.toString(a.evidence().lines()),
            a.details().isEmpty() ? "" : a.details().toString());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "\\x" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String text(Money money) {
    return money.amount().stripTrailingZeros().toPlainString() + money.currency();
  }
}
