package com.offgridflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The paragraphs that data points cite against the references of EFRAG's own taxonomies. */
class TaxonomyReferencesTest {

  @Test
  void shouldCiteTheParagraphsOfTheEsrsTaxonomy() throws Exception {
    assertCited("esrs-2023", SharedTaxonomies.esrs("common/references/ref_esrs.xml"), "ESRS");
  }

  @Test
  void shouldCiteTheParagraphsOfTheVsmeTaxonomy() throws Exception {
    assertCited("vsme-2025", SharedTaxonomies.vsme("vsme-reference.xml"), "VSME");
  }

  private static void assertCited(String framework, Document linkbase, String standard) {
    Map<String, Set<String>> official = TaxonomyFiles.paragraphs(linkbase, standard);
    List<DataPoint> tagged = tagged(framework);
    assertThat(tagged).hasSizeGreaterThan(10);
    for (DataPoint point : tagged) {
      assertThat(official.get(point.concept().orElseThrow()))
          .as("%s cites %s", point.id(), point.paragraph())
          .anyMatch(paragraph -> point.paragraph().contains(paragraph.replace("-", " to ")));
    }
  }

  /** Members of axes, such as gases and categories, have references of their own. */
  private static List<DataPoint> tagged(String framework) {
    return Frameworks.load(framework).dataPoints().stream()
        .filter(point -> point.concept().isPresent() && point.dimensions().isEmpty())
        .toList();
  }
}
