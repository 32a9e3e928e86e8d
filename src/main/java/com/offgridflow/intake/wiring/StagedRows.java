package com.offgridflow.intake.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.Details;
import com.offgridflow.activity.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Activities as the rows that wait for their delivery to be complete; one batch, one thread. */
final class StagedRows {
  private final Map<Instant, String> instants = new HashMap<>();
  private final MessageDigest sha256 = DigestUtils.getSha256Digest();

  Object[] of(Activity a) {
    Object cost = a.cost().map(Money::amount).orElse(null);
    Object currency = a.cost().map(Money::currency).orElse(null);
    return new Object[] {
      a.recordKey(),
      digest(a),
      a.kind().code(),
      a.subject(),
      a.quantity().amount(),
      a.quantity().unit().symbol(),
      text(a.period().start()),
      text(a.period().end()),
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
  private String digest(Activity a) {
    String content =
        String.join(
            "\u001f",
            a.kind().code(),
            a.subject(),
            a.quantity().amount().stripTrailingZeros().toPlainString(),
            a.quantity().unit().symbol(),
            text(a.period().start()),
            text(a.period().end()),
            a.place().supplier(),
            a.place().region(),
            a.place().postcode(),
            a.place().country(),
            a.place().facility(),
            a.account(),
            a.service(),
            a.cost().map(StagedRows::text).orElse(""),
            Long.toString(a.evidence().lines()),
            a.details().isEmpty() ? "" : a.details().toString());
    byte[] hash = sha256.digest(content.getBytes(StandardCharsets.UTF_8));
    return "\\x" + HexFormat.of().formatHex(hash);
  }

  /** A batch is about few instants, and writing one takes longer than all the rest of a row. */
  private String text(Instant instant) {
    return instants.computeIfAbsent(instant, Instant::toString);
  }

  private static String text(Money money) {
    return money.amount().stripTrailingZeros().toPlainString() + money.currency();
  }
}
