package com.offgridflow.report.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Dates a workbook by its report. What writes it takes the date from the clock, and the same report
 * would not give the same bytes. Packed parts are copied as they are.
 */
public final class WorkbookDate {
  /** Where a workbook says when it was made (ECMA-376 part 2, 11). */
  private static final String PROPERTIES = "docProps/core.xml";

  private WorkbookDate() {}

  /** Writes the workbook as made at that moment, and leaves the stream open. */
  public static void write(Path workbook, Instant created, OutputStream out) throws IOException {
    try (ZipFile parts = ZipFile.builder().setPath(workbook).get()) {
      ZipArchiveOutputStream copy = new ZipArchiveOutputStream(out);
      for (ZipArchiveEntry part : Collections.list(parts.getEntriesInPhysicalOrder())) {
        if (part.getName().equals(PROPERTIES)) {
          dated(parts, part, created, copy);
        } else {
          try (InputStream packed = parts.getRawInputStream(part)) {
            copy.addRawArchiveEntry(part, packed);
          }
        }
      }
      copy.finish();
    }
  }

  private static void dated(
      ZipFile parts, ZipArchiveEntry part, Instant created, ZipArchiveOutputStream copy)
      throws IOException {
    try (InputStream in = parts.getInputStream(part)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      byte[] dated =
          text.replaceFirst("(<dcterms:created [^>]*>)[^<]*", "$1" + created)
              .getBytes(StandardCharsets.UTF_8);
      copy.addRawArchiveEntry(stored(part, dated), new ByteArrayInputStream(dated));
    }
  }

  private static ZipArchiveEntry stored(ZipArchiveEntry part, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipArchiveEntry entry = new ZipArchiveEntry(part.getName());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTime(part.getTime());
    return entry;
  }
}
