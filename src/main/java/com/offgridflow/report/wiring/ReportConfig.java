package com.offgridflow.report.wiring;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Settings of reports. */
@ConfigMapping(prefix = "report")
public interface ReportConfig {
  /**
   * Taxonomy packages (ZIP files as their publishers offer them) by which reports are judged before
   * they leave. Without one for a report's taxonomy, the rules that need it are left out.
   */
  Optional<List<Path>> taxonomyPackages();

  /**
   * TrueType files for the letters that the PDF's own typeface has not: Arabic, Chinese, Japanese,
   * Korean, Thai and others; the preferred ones first.
   */
  Optional<List<Path>> typefaces();
}
