package com.offgridflow.report.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.report.Report;
import com.offgridflow.report.preflight.PackageRules;
import com.offgridflow.report.preflight.Preflight;
import com.offgridflow.report.preflight.PreflightException;
import com.offgridflow.report.preflight.Violation;
import com.offgridflow.report.preflight.dts.Dts;
import com.offgridflow.report.preflight.dts.DtsReader;
import com.offgridflow.report.preflight.dts.TaxonomyPackages;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets only those XBRL documents through that break no rule. */
@ApplicationScoped
public class ReportPreflight {
  private final List<Path> packages;
  private final Map<String, Optional<Dts>> taxonomies = new ConcurrentHashMap<>();

  ReportPreflight(ReportConfig config) {
    this.packages = config.taxonomyPackages().orElse(List.of());
  }

  /**
   * The document itself.
   *
   * @throws UnrecoverableException naming rule, fact and remedy of each violation
   */
  byte[] passed(Report report, String name, byte[] document) {
    requireNone(name, Preflight.check(document, taxonomy(report)));
    return document;
  }

  /** The same for a report package, whose document has passed. */
  byte[] passedPackage(String name, String extension, byte[] bytes) {
    requireNone(name, PackageRules.check(extension, bytes));
    return bytes;
  }

  private static void requireNone(String name, List<Violation> violations) {
    try {
      Preflight.requireNone(name, violations);
    } catch (PreflightException e) {
      throw new UnrecoverableException(e.getMessage(), e);
    }
  }

  private Optional<Dts> taxonomy(Report report) {
    String entryPoint = report.framework().requireTaxonomy().schemaRef();
    return taxonomies.computeIfAbsent(entryPoint, this::read);
  }

  private Optional<Dts> read(String entryPoint) {
    try (TaxonomyPackages opened = new TaxonomyPackages(packages)) {
      return DtsReader.read(opened, entryPoint);
    }
  }
}
