package com.offgridflow.report.xbrl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An inline document as a report package (XBRL Report Package 1.0): a ZIP file with one directory,
 * which has {@code META-INF/reportPackage.json} and {@code reports/}.
 */
public final class ReportPackage {
  /** The forms: for inline reports alone, and the older one that admits any. */
  public enum Form {
    XBRI("xbri", "https://xbrl.org/report-package/2023/xbri"),
    ZIP("zip", "https://xbrl.org/report-package/2023");

    private final String extension;
    private final String documentType;

    Form(String extension, String documentType) {
      this.extension = extension;
      this.documentType = documentType;
    }

    /** The ending of the file's name, without the dot. */
    public String extension() {
      return extension;
    }
  }

  private ReportPackage() {}

  /**
   * The package; the same document frozen at the same time always gives the same bytes.
   *
   * @param name of the directory and of the document, without ending
   * @param frozenAt the time that its files have
   */
  public static byte[] of(Form form, String name, byte[] inline, Instant frozenAt) {
    String description = "{\"documentInfo\":{\"documentType\":\"" + form.documentType + "\"}}";
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(name + "/META-INF/reportPackage.json", description.getBytes(StandardCharsets.UTF_8));
    files.put(name + "/reports/" + name + ".xhtml", inline);
    return zipped(files, frozenAt);
  }

  private static byte[] zipped(Map<String, byte[]> files, Instant time) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
