package com.offgridflow.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks by the Standard Webhooks specification (standardwebhooks.com), symmetric scheme
 * {@code v1}: HMAC-SHA-256 over {@code id.timestamp.body}, in base 64.
 */
public final class WebhookSignature {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final byte[] key;

  private WebhookSignature(byte[] key) {
    this.key = key;
  }

  /**
   * @param secret {@code whsec_} and 24 to 64 bytes in base 64
   */
  public static WebhookSignature ofSecret(String secret) {
    byte[] key = decoded(secret);
    if (key.length < SHORTEST || key.length > LONGEST) {
      throw new IllegalArgumentException(
          "the signing secret must be 'whsec_' and %d to %d bytes in base 64, as from 'openssl rand -base64 32'"
              .formatted(SHORTEST, LONGEST));
    }
    return new WebhookSignature(key);
  }

  /**
   * The value of the header {@code Webhook-Signature}.
   *
   * @param id value of {@code Webhook-Id}, the same however often it is sent
   * @param sent {@code Webhook-Timestamp}, in whole seconds
   */
  public String sign(String id, Instant sent, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + sent.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  private static byte[] decoded(String secret) {
    try {
      return secret.startsWith(PREFIX)
          ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
          : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
