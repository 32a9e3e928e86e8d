package com.offgridflow.report.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Disclosure;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Frameworks;
import com.offgridflow.report.FullInventory;
import com.offgridflow.report.Inventory;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SharedTaxonomies;
import com.offgridflow.report.preflight.dts.Dts;
import com.offgridflow.report.preflight.dts.DtsReader;
import com.offgridflow.report.preflight.dts.TaxonomyPackages;
import com.offgridflow.report.xbrl.XbrlInstance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the framework files say, against the taxonomies, for tenants with all and few values. */
class FrameworkPreflightTest {

  @ParameterizedTest
  @ValueSource(strings = {"esrs-2023", "vsme-2025"})
  void shouldPassWithEveryDataPoint(String id) {
    Framework framework = Frameworks.load(id);

    Report report = report(framework, FullInventory.of(framework));

    assertThat(report.missing()).isEmpty();
    assertThat(report.values().size() + report.texts().size())
        .isEqualTo(framework.dataPoints().size());
    assertThat(Preflight.check(XbrlInstance.render(report), taxonomy(framework))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"esrs-2023", "vsme-2025"})
  void shouldPassWithWhatRecordsTellAlone(String id) {
    Framework framework = Frameworks.load(id);

    Report report = report(framework, FullInventory.recorded());

    assertThat(report.missing()).hasSizeLessThan(framework.dataPoints().size()).isNotEmpty();
    assertThat(Preflight.check(XbrlInstance.render(report), taxonomy(framework))).isEmpty();
  }

  private static Report report(Framework framework, Inventory inventory) {
    return new Disclosure(framework)
        .freeze(SampleReports.request(Locale.ENGLISH), inventory, List.of(), ReportBasis.none());
  }

  private static Optional<Dts> taxonomy(Framework framework) {
    try (TaxonomyPackages packages = new TaxonomyPackages(SharedTaxonomies.packages())) {
      return DtsReader.read(packages, framework.taxonomy().orElseThrow().schemaRef());
    }
  }
}
