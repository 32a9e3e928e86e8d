package com.offgridflow.rate.wiring;

import com.offgridflow.rate.RateFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/**
 * A file of rates, as it was fetched.
 *
 * @param location where from
 * @param etag what the server calls its state, if it was a server
 * @param bytes CSV, or a ZIP file with one CSV file in it, as the ECB packs its history
 */
record RateFile(String location, Optional<String> etag, byte[] bytes) {

  /** SHA-256 of the bytes, lower-case hex. */
  String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The last part of the location. */
  String name() {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /**
   * The CSV text, unpacked if need be.
   *
   * @param maxBytes more than this is refused
   */
  Reader text(int maxBytes) throws IOException {
    boolean packed = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    byte[] text = packed ? unpacked(maxBytes) : bytes;
    return new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8);
  }

  private byte[] unpacked(int maxBytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      if (zip.getNextEntry() == null) {
        throw new RateFormatException(name() + " is a ZIP file without a file in it");
      }
      return limited(zip, maxBytes, name());
    }
  }

  /**
   * @throws RateFormatException when there is more
   */
  static byte[] limited(InputStream in, int maxBytes, String name) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw new RateFormatException(
          name + " has more than the " + maxBytes + " bytes that rate.max-bytes allows");
    }
    return bytes;
  }
}
