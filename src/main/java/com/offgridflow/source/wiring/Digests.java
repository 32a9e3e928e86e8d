package com.offgridflow.source.wiring;

import com.offgridflow.source.LocalObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** SHA-256 digests, lower-case hex. */
public final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String sha256(byte[] bytes) {
    MessageDigest digest = sha256();
    digest.update(bytes);
    return hex(digest);
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // reading is what feeds the digest
      }
    }
    return hex(digest);
  }

  /** Of one object its own digest; of several, the digest over a list of digests and names. */
  static String of(List<LocalObject> objects) {
    if (objects.size() == 1) {
      return objects.get(0).digest();
    }
    String list =
        objects.stream()
            .sorted(Comparator.comparing(LocalObject::name))
            .map(object -> object.digest() + "  " + object.name() + "\n")
            .collect(Collectors.joining());
    return sha256(list);
  }
}
