package com.offgridflow.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names and passwords that were right a moment ago, so that a tool that sends them with each
 * request does not pay for a BCrypt computation each time, nor count as a guesser. Kept as keyed
 * hashes under a key that only this process has.
 */
public final class RecentCredentials {
  private static final Duration FOR = Duration.ofMinutes(5);
  private static final int MOST = 100;
  private static final String HASH = "HmacSHA256";

  private final SecretKeySpec key;
  private final Clock clock;
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  public RecentCredentials(SecureRandom random, Clock clock) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    this.key = new SecretKeySpec(secret, HASH);
    this.clock = clock;
  }

  public boolean know(String name, String password) {
    Instant end = until.get(hash(name, password));
    return end != null && clock.instant().isBefore(end);
  }

  public void remember(String name, String password) {
    Instant now = clock.instant();
    until.values().removeIf(end -> !now.isBefore(end));
    if (until.size() >= MOST) {
      until.clear();
    }
    until.put(hash(name, password), now.plus(FOR));
  }

  private String hash(String name, String password) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(key);
      // no header carries a NUL, so that no two pairs look alike
      return HexFormat.of()
          .formatHex(mac.doFinal((name + '\0' + password).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HASH, e);
    }
  }
}
