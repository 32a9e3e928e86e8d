package com.offgridflow.report.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.xbrl.ReportPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Report packages, by XBRL International's Report Package 1.0. */
class PackageRulesTest {
  private static final byte[] REPORT = "<html/>".getBytes(StandardCharsets.UTF_8);
  private static final Instant FROZEN = Instant.parse("2025-01-15T06:00:00Z");
  private static final String JSON =
      "{\"documentInfo\":{\"documentType\":\"https://xbrl.org/report-package/2023/xbri\"}}";

  @Test
  void shouldHaveOneDirectoryWithADescriptionAndAReport() throws Exception {
    byte[] zip = ReportPackage.of(ReportPackage.Form.XBRI, "acme-2024", REPORT, FROZEN);

    assertThat(names(zip))
        .containsExactly(
            "acme-2024/META-INF/reportPackage.json", "acme-2024/reports/acme-2024.xhtml");
    assertThat(PackageRules.check("xbri", zip)).isEmpty();
  }

  @Test
  void shouldBeThereInTheOlderFormToo() {
    byte[] zip = ReportPackage.of(ReportPackage.Form.ZIP, "acme-2024", REPORT, FROZEN);

    assertThat(PackageRules.check("zip", zip)).isEmpty();
    assertThat(PackageRules.check("xbri", zip))
        .extracting(Violation::rule)
        .containsExactly("Report Package 1.0 3.4");
  }

  @Test
  void shouldGiveTheSameBytesForTheSameReport() {
    assertThat(ReportPackage.of(ReportPackage.Form.XBRI, "a", REPORT, FROZEN))
        .isEqualTo(ReportPackage.of(ReportPackage.Form.XBRI, "a", REPORT, FROZEN));
  }

  @Test
  void shouldRefuseTwoTopDirectories() throws Exception {
    byte[] zip =
        zip(Map.of("a/META-INF/reportPackage.json", JSON, "a/reports/a.xhtml", "", "b/x", ""));

    assertThat(PackageRules.check("xbri", zip))
        .extracting(Violation::rule)
        .containsExactly("Report Package 1.0 3.2");
  }

  @Test
  void shouldRefuseAPackageWithoutItsDescription() throws Exception {
    assertThat(PackageRules.check("xbri", zip(Map.of("a/reports/a.xhtml", ""))))
        .extracting(Violation::rule)
        .containsExactly("Report Package 1.0 3.4");
  }

  @Test
  void shouldRefuseAPackageWithoutExactlyOneInlineReport() throws Exception {
    String description = "a/META-INF/reportPackage.json";

    for (Map<String, String> files :
        List.of(
            Map.of(description, JSON),
            Map.of(description, JSON, "a/reports/a.xbrl", ""),
            Map.of(description, JSON, "a/reports/a.xhtml", "", "a/reports/b.xhtml", ""))) {
      assertThat(PackageRules.check("xbri", zip(files)))
          .extracting(Violation::rule)
          .containsExactly("ESEF 2.6.1");
    }
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static List<String> names(byte[] bytes) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
