package com.offgridflow.report.preflight;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Rules on report packages, by Report Package 1.0 and section 2.6 of ESMA's manual. */
public final class PackageRules {
  private static final String DESCRIPTION = "META-INF/reportPackage.json";
  private static final Map<String, String> TYPES =
      Map.of(
          "xbri", "https://xbrl.org/report-package/2023/xbri",
          "zip", "https://xbrl.org/report-package/2023");

  private final String extension;
  private final Map<String, byte[]> files;

  private PackageRules(String extension, Map<String, byte[]> files) {
    this.extension = extension;
    this.files = files;
  }

  /**
   * What is wrong with a package; its report is judged by {@link Preflight#check}.
   *
   * @param extension of its file, {@code xbri} or {@code zip}
   * @throws IllegalArgumentException when it is no ZIP file
   */
  public static List<Violation> check(String extension, byte[] zip) {
    PackageRules rules = new PackageRules(extension, files(zip));
    return Stream.of(
            rules.rp10OneTopDirectory(), rules.rp10DocumentType(), rules.esef261OneReport())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Violation> rp10OneTopDirectory() {
    Set<String> tops =
        files.keySet().stream()
            .map(entry -> entry.substring(0, entry.indexOf('/') + 1))
            .collect(Collectors.toSet());
    return tops.size() == 1 && !tops.contains("")
        ? Optional.empty()
        : Optional.of(
            new Violation(
                "Report Package 1.0 3.2",
                "package",
                "top directories are " + tops,
                "put everything into one directory"));
  }

  private Optional<Violation> rp10DocumentType() {
    String stated =
        files.entrySet().stream()
            .filter(file -> file.getKey().endsWith("/" + DESCRIPTION))
            .map(file -> documentType(file.getValue()))
            .findFirst()
            .orElse("");
    return stated.equals(TYPES.get(extension))
        ? Optional.empty()
        : Optional.of(
            new Violation(
                "Report Package 1.0 3.4",
                DESCRIPTION,
                "documentType '%s' in a file that ends in .%s".formatted(stated, extension),
                "state " + TYPES.get(extension)));
  }

  private Optional<Violation> esef261OneReport() {
    List<String> reports =
        files.keySet().stream().filter(entry -> entry.matches("[^/]+/reports/[^/]+")).toList();
    return reports.size() == 1 && reports.get(0).endsWith(".xhtml")
        ? Optional.empty()
        : Optional.of(
            new Violation(
                "ESEF 2.6.1",
                "package",
                "reports/ holds " + reports,
                "put one inline document, which ends in .xhtml, into reports/"));
  }

  private static String documentType(byte[] json) {
    try {
      return new ObjectMapper().readTree(json).at("/documentInfo/documentType").asText();
    } catch (IOException e) {
      throw new IllegalArgumentException(DESCRIPTION + " is no JSON: " + e.getMessage(), e);
    }
  }

  private static Map<String, byte[]> files(byte[] bytes) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("package is no ZIP file: " + e.getMessage(), e);
    }
    return files;
  }
}
