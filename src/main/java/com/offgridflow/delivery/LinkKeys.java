package com.offgridflow.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs links with HMAC-SHA-256 over id, tenant, report, rendering and expiry. The first key signs,
 * all verify: a new key is put first, and the old one removed when its links have expired.
 */
public final class LinkKeys {
  private static final int SHORTEST = 32;
  private static final int FIELDS = 5;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final Map<String, byte[]> keys = new LinkedHashMap<>();

  /**
   * @param keys {@code <name>:<64 hex digits or more>}, at least one
   */
  public LinkKeys(List<String> keys) {
    for (String key : keys) {
      String[] sides = key.split(":", 2);
      if (!key.matches("[a-z0-9]{1,16}:([0-9a-fA-F]{2}){" + SHORTEST + ",}")) {
        throw new IllegalArgumentException(
            "the link key '%s' must be like k1:<64 hex digits>, as from 'openssl rand -hex 32'"
                .formatted(sides[0].length() > 16 ? "..." : sides[0]));
      }
      this.keys.put(sides[0], HexFormat.of().parseHex(sides[1]));
    }
    if (this.keys.isEmpty()) {
      throw new IllegalArgumentException("links need at least one key");
    }
  }

  /** The token of a link, of letters that need no escaping in a URL. */
  public String sign(DownloadLink link) {
    String key = keys.keySet().iterator().next();
    String content =
        String.join(
            "/",
            link.id().toString(),
            link.tenant(),
            link.report(),
            link.rendering(),
            Long.toString(link.expires().getEpochSecond()));
    String claim = key + "." + ENCODER.encodeToString(content.getBytes(StandardCharsets.UTF_8));
    return claim + "." + ENCODER.encodeToString(mac(keys.get(key), claim));
  }

  /**
   * What the token stands for, expired or not; empty when none of the keys has signed it, or when
   * it has no id, as those of the first releases.
   */
  public Optional<DownloadLink> verify(String token) {
    return content(token).flatMap(LinkKeys::link);
  }

  /** Whether one of the keys has signed the token, in whatever form. */
  public boolean signed(String token) {
    return content(token).isPresent();
  }

  private Optional<byte[]> content(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || !keys.containsKey(parts[0])) {
      return Optional.empty();
    }
    byte[] wanted = mac(keys.get(parts[0]), parts[0] + "." + parts[1]);
    boolean signed = MessageDigest.isEqual(wanted, decoded(parts[2]));
    return signed ? Optional.of(decoded(parts[1])) : Optional.empty();
  }

  private static Optional<DownloadLink> link(byte[] content) {
    String[] fields = new String(content, StandardCharsets.UTF_8).split("/");
    return fields.length == FIELDS
        ? Optional.of(
            new DownloadLink(
                UUID.fromString(fields[0]),
                fields[1],
                fields[2],
                fields[3],
                Instant.ofEpochSecond(Long.parseLong(fields[4]))))
        : Optional.empty();
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] mac(byte[] key, String claim) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
