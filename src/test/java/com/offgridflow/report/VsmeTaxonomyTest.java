package com.offgridflow.report;

import static com.offgridflow.report.TaxonomyFiles.ARC;
import static com.offgridflow.report.TaxonomyFiles.arcs;
import static com.offgridflow.report.TaxonomyFiles.elements;
import static com.offgridflow.report.TaxonomyFiles.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.TaxonomyFiles.Arc;
import com.offgridflow.report.TaxonomyFiles.Listed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** schemas/concepts/vsme-2025.csv and vsme-2025.yaml against EFRAG's own taxonomy files. */
class VsmeTaxonomyTest {
  private static final String XBRLI = "http://www.xbrl.org/2003/instance";
  private static final Path CONCEPTS = Path.of("schemas/concepts/vsme-2025.csv");

  @Test
  void shouldListEachElementWithTheTaxonomysTypeAndPeriod() throws Exception {
    Map<String, Element> elements = elements(SharedTaxonomies.vsme("vsme-all.xsd"));

    for (Listed listed : TaxonomyFiles.listed(CONCEPTS)) {
      Element element = elements.get(listed.name());
      assertThat(element).as(listed.name()).isNotNull();
      assertThat(element.getAttribute("type")).endsWith(":" + listed.type());
      assertThat(element.getAttributeNS(XBRLI, "periodType")).isEqualTo(listed.period());
    }
  }

  @Test
  void shouldTagInTheNamespaceOfTheSchema() throws Exception {
    String namespace =
        SharedTaxonomies.vsme("vsme-all.xsd").getDocumentElement().getAttribute("targetNamespace");

    assertThat(Frameworks.load("vsme-2025").taxonomy().orElseThrow().namespace())
        .isEqualTo(namespace);
  }

  /** Instances have periods of days only, so that an instant concept could not be tagged. */
  @Test
  void shouldTagConceptsOfDurationOnly() throws Exception {
    assertThat(TaxonomyFiles.listed(CONCEPTS))
        .filteredOn(one -> one.kind().equals("concept"))
        .allMatch(one -> one.period().equals("duration"));
  }

  @Test
  void shouldListEachMemberInItsAxisDomain() throws Exception {
    List<Arc> arcs = arcs(SharedTaxonomies.vsme("vsme-definition.xml"));

    for (Listed member :
        TaxonomyFiles.listed(CONCEPTS).stream().filter(o -> o.kind().equals("member")).toList()) {
      Set<String> domain = reachable(arcs, member.role(), member.axis(), "dimension-domain");
      assertThat(domain).contains(member.name());
    }
  }

  @Test
  void shouldFindEachConceptInItsRole() throws Exception {
    List<Arc> arcs = arcs(SharedTaxonomies.vsme("vsme-presentation.xml"));

    for (Listed concept :
        TaxonomyFiles.listed(CONCEPTS).stream().filter(o -> o.kind().equals("concept")).toList()) {
      assertThat(arcs)
          .as(concept.name())
          .anyMatch(arc -> arc.role().equals(concept.role()) && arc.to().equals(concept.name()));
    }
  }

  @Test
  void shouldLeaveOutOnlyAxesThatHaveADefaultMember() throws Exception {
    List<Arc> arcs = arcs(SharedTaxonomies.vsme("vsme-definition.xml"));
    Set<String> roles = new TreeSet<>();
    TaxonomyFiles.listed(CONCEPTS).forEach(one -> roles.add(one.role()));

    List<String> axes =
        arcs.stream()
            .filter(arc -> arc.arcrole().equals(ARC + "hypercube-dimension"))
            .filter(arc -> roles.contains(arc.role()))
            .map(Arc::to)
            .distinct()
            .toList();

    assertThat(axes)
        .containsExactlyInAnyOrder("BreakdownOfEnergyConsumptionAxis", "ReportingScopesAxis");
    assertThat(arcs)
        .filteredOn(arc -> arc.arcrole().equals(ARC + "dimension-default"))
        .extracting(Arc::from)
        .containsAll(axes);
  }

  @Test
  void shouldSumWhatTheTaxonomySums() throws Exception {
    List<Arc> arcs =
        arcs(SharedTaxonomies.vsme("vsme-calculation.xml")).stream()
            .filter(arc -> arc.role().endsWith("role-b03200"))
            .toList();
    Framework vsme = Frameworks.load("vsme-2025");

    for (Arc sum : arcs) {
      DataPoint total =
          vsme.dataPoints().stream()
              .filter(point -> point.concept().filter(sum.from()::equals).isPresent())
              .findFirst()
              .orElseThrow();
      assertThat(total.measure().parts())
          .as(sum.from())
          .anyMatch(part -> vsme.dataPoint(part).concept().filter(sum.to()::equals).isPresent());
    }
    assertThat(arcs).hasSize(8);
  }
}
