package com.offgridflow.source.wiring;

import com.offgridflow.source.LocalObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 digests of what is delivered, lower-case hex. */
final class Digests {
  private static final int BUFFER_BYTES = 1 << 16;

  private Digests() {}

  /** Of a file as large as bills are, read in large pieces. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      while (in.read(buffer) >= 0) {
        // reading is what feeds the digest
      }
    }
    return Hex.encodeHexString(digest.digest());
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
    return DigestUtils.sha256Hex(list);
  }
}
