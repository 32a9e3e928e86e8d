package com.offgridflow.report.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.DataPoint;
import com.offgridflow.report.Framework;
import com.offgridflow.report.FrameworkRelease;
import com.offgridflow.report.Frameworks;
import com.offgridflow.report.Measure;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportText;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.SampleReports;
import com.offgridflow.report.SharedTaxonomies;
import com.offgridflow.report.preflight.dts.Dts;
import com.offgridflow.report.preflight.dts.DtsReader;
import com.offgridflow.report.preflight.dts.TaxonomyPackages;
import com.offgridflow.report.wiring.InlineDocuments;
import com.offgridflow.report.xbrl.XbrlInstance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports in which every data point of a framework has a value, by the publishers' taxonomies. */
class FrameworksPreflightTest {
  private static final BigDecimal ONE = new BigDecimal("1.23456");

  @ParameterizedTest
  @ValueSource(strings = {"esrs-2023", "vsme-2025"})
  void shouldPassByThePublishersTaxonomy(String id) {
    Framework framework = Frameworks.load(id);
    Report report = report(framework);
    Optional<Dts> taxonomy = taxonomy(framework);

    assertThat(taxonomy).isPresent();
    assertThat(Preflight.check(XbrlInstance.render(report), taxonomy)).isEmpty();
    assertThat(Preflight.check(InlineDocuments.render(report), taxonomy)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"esrs-2026", "ifrs-s2-2024"})
  void shouldPassByTheRulesThatNeedNoTaxonomy(String id) {
    Report report = report(Frameworks.load(id));

    assertThat(Preflight.check(XbrlInstance.render(report), Optional.empty())).isEmpty();
    assertThat(Preflight.check(InlineDocuments.render(report), Optional.empty())).isEmpty();
  }

  private static Optional<Dts> taxonomy(Framework framework) {
    try (TaxonomyPackages packages = new TaxonomyPackages(SharedTaxonomies.packages())) {
      return DtsReader.read(packages, framework.taxonomy().orElseThrow().schemaRef());
    }
  }

  private static Report report(Framework framework) {
    Report sample = SampleReports.full();
    FrameworkRelease release =
        new FrameworkRelease(
            framework.id(), framework.release(), "", framework.taxonomy(), framework.status());
    List<ReportValue> values =
        framework.dataPoints().stream()
            .filter(point -> !(point.measure() instanceof Measure.StatedText))
            .map(point -> value(framework, point))
            .toList();
    List<ReportText> texts =
        framework.dataPoints().stream()
            .filter(point -> point.measure() instanceof Measure.StatedText)
            .map(point -> text(point, (Measure.StatedText) point.measure()))
            .toList();
    return new Report(
        sample.request(), release, values, List.of(), texts, List.of(), sample.basis(), "");
  }

  private static ReportValue value(Framework framework, DataPoint point) {
    return new ReportValue(
        point.id(),
        point.paragraph(),
        point.label().in(Locale.ENGLISH),
        exact(framework, point),
        point.unit().replace("{currency}", "EUR"),
        point.decimals(),
        point.concept(),
        point.dimensions(),
        1,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static BigDecimal exact(Framework framework, DataPoint point) {
    List<BigDecimal> parts =
        point.measure().parts().stream()
            .map(part -> exact(framework, framework.dataPoint(part)))
            .toList();
    if (point.measure() instanceof Measure.SumOf) {
      return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
    return parts.isEmpty() ? ONE : parts.get(0).divide(parts.get(1), MathContext.DECIMAL64);
  }

  private static ReportText text(DataPoint point, Measure.StatedText measure) {
    return new ReportText(
        point.id(),
        point.paragraph(),
        point.label().in(Locale.ENGLISH),
        point.concept(),
        point.dimensions(),
        measure.pattern().isPresent() ? "2030" : "Words & more");
  }
}
