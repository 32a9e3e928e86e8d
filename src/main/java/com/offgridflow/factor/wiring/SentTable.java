package com.offgridflow.factor.wiring;

import com.offgridflow.failure.UnrecoverableException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A table of factors on its way in.
 *
 * @param table which table this is an edition of: lower case, digits, {@code . _ -}
 * @param origin where the bytes came from, for people
 * @param by who sent them
 */
public record SentTable(String table, String origin, String by, byte[] bytes) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  public SentTable {
    if (!NAME.matcher(table).matches()) {
      throw new UnrecoverableException(
          "table '%s' should have a name such as own-suppliers: lower case, digits, '.', '_', '-'"
              .formatted(table));
    }
  }

  /** The table that a file belongs to by its name: {@code Own Suppliers.csv} to own-suppliers. */
  static String tableOf(String fileName) {
    String stem = fileName.replaceFirst("(?i)\\.csv$", "").replaceFirst(".*/", "");
    return stem.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
  }

  /** SHA-256 of the bytes, lower-case hex. */
  String digest() {
    return DigestUtils.sha256Hex(bytes);
  }
}
