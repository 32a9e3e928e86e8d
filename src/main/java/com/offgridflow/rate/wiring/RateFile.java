package com.offgridflow.rate.wiring;

import com.offgridflow.rate.RateFormatException;
import com.offgridflow.source.wiring.Downloads;
import com.offgridflow.source.wiring.ImportLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file of rates, as it was fetched or sent.
 *
 * @param location where from
 * @param version what the server calls its state, if it was a server
 * @param bytes CSV, or a ZIP file with one CSV file in it, as the ECB packs its history
 */
record RateFile(String location, Downloads.Version version, byte[] bytes) {

  /** SHA-256 of the bytes, lower-case hex. */
  String digest() {
    return DigestUtils.sha256Hex(bytes);
  }

  /** The last part of the location. */
  String name() {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** The CSV text, unpacked if need be. */
  Reader text(ImportLimits limits) throws IOException {
    boolean packed = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    byte[] text = packed ? unpacked(limits) : bytes;
    return new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8);
  }

  private byte[] unpacked(ImportLimits limits) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      if (zip.getNextEntry() == null) {
        throw new RateFormatException(name() + " is a ZIP file without a file in it");
      }
      return limits.read(zip, name());
    }
  }
}
