package com.offgridflow.report;

import static com.offgridflow.report.TaxonomyFiles.ARC;
import static com.offgridflow.report.TaxonomyFiles.arcs;
import static com.offgridflow.report.TaxonomyFiles.child;
import static com.offgridflow.report.TaxonomyFiles.elements;
import static com.offgridflow.report.TaxonomyFiles.elementsOf;
import static com.offgridflow.report.TaxonomyFiles.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** schemas/concepts/esrs-2023.csv and esrs-2023.yaml against EFRAG's own taxonomy files. */
class Esrs2023TaxonomyTest {
  private static final String XBRLI = "http://www.xbrl.org/2003/instance";
  private static final String NACE = "NACEEconomicActivitiesAxis";
  private static final Path CONCEPTS = Path.of("schemas/concepts/esrs-2023.csv");

  @Test
  void shouldListEachElementWithTheTaxonomysTypeAndPeriod() throws Exception {
    Map<String, Element> elements = elements(SharedTaxonomies.esrs("common/esrs_cor.xsd"));

    for (TaxonomyFiles.Listed listed : TaxonomyFiles.listed(CONCEPTS)) {
      assertThat(elements).containsKey(listed.name());
      Element element = elements.get(listed.name());
      assertThat(element.getAttribute("type").split(":")[1])
          .as(listed.name())
          .isEqualTo(listed.type());
      assertThat(element.getAttributeNS(XBRLI, "periodType"))
          .as(listed.name())
          .isEqualTo(listed.period());
      assertThat(element.getAttribute("abstract"))
          .as(listed.name())
          .isEqualTo(listed.kind().equals("concept") ? "false" : "true");
    }
  }

  @Test
  void shouldListEachMemberInItsAxisDomain() throws Exception {
    List<TaxonomyFiles.Arc> arcs = linkbases("def");
    arcs.addAll(arcs(SharedTaxonomies.esrs("all/dimensions/dim_esrs_902000.xml")));

    for (TaxonomyFiles.Listed member :
        TaxonomyFiles.listed(CONCEPTS).stream()
            .filter(one -> one.kind().equals("member"))
            .toList()) {
      Set<String> domain = reachable(arcs, member.role(), member.axis(), "dimension-domain");
      assertThat(domain).as(member.role()).contains(member.name());
    }
  }

  @Test
  void shouldListEachConceptAsALineItemOfItsRole() throws Exception {
    List<TaxonomyFiles.Arc> arcs = linkbases("def");

    for (TaxonomyFiles.Listed concept :
        TaxonomyFiles.listed(CONCEPTS).stream().filter(Esrs2023TaxonomyTest::isFigure).toList()) {
      Set<String> items = new HashSet<>();
      arcs.stream()
          .filter(arc -> arc.role().equals(concept.role()) && arc.from().endsWith("LineItems"))
          .map(TaxonomyFiles.Arc::from)
          .distinct()
          .forEach(root -> items.addAll(reachable(arcs, concept.role(), root, "domain-member")));
      assertThat(items).as(concept.role()).contains(concept.name());
    }
  }

  /** Most text blocks stand in no hypercube, and then in no definition linkbase. */
  @Test
  void shouldListEachTextBlockUnderItsDisclosureRequirement() throws Exception {
    List<TaxonomyFiles.Arc> arcs = linkbases("pre");
    arcs.addAll(linkbases("def"));

    for (TaxonomyFiles.Listed block :
        TaxonomyFiles.listed(CONCEPTS).stream()
            .filter(one -> one.type().equals("textBlockItemType"))
            .toList()) {
      assertThat(arcs)
          .as(block.name())
          .anyMatch(arc -> arc.role().equals(block.role()) && arc.to().equals(block.name()));
    }
  }

  private static boolean isFigure(TaxonomyFiles.Listed one) {
    return one.kind().equals("concept") && !one.type().equals("textBlockItemType");
  }

  /** E1-5, E1-6 and E1-6's other figures. */
  private static List<TaxonomyFiles.Arc> linkbases(String kind) throws Exception {
    List<TaxonomyFiles.Arc> arcs = new ArrayList<>();
    for (String part : List.of("301050", "301060", "301061")) {
      arcs.addAll(
          arcs(SharedTaxonomies.esrs("all/linkbases/%s_esrs_%s.xml".formatted(kind, part))));
    }
    return arcs;
  }

  /**
   * The hypercubes are closed and have more axes than ours: a context may leave an axis out only
   * where it has a default member.
   */
  @Test
  void shouldLeaveOutOnlyAxesThatHaveADefaultMember() throws Exception {
    List<TaxonomyFiles.Arc> arcs = linkbases("def");
    List<TaxonomyFiles.Arc> defaults =
        arcs(SharedTaxonomies.esrs("all/dimensions/dim_esrs_990000.xml"));
    Set<String> roles =
        TaxonomyFiles.listed(CONCEPTS).stream()
            .map(TaxonomyFiles.Listed::role)
            .collect(Collectors.toSet());

    List<String> axes =
        arcs.stream()
            .filter(arc -> roles.contains(arc.role()))
            .filter(arc -> arc.arcrole().equals(ARC + "hypercube-dimension"))
            .map(TaxonomyFiles.Arc::to)
            .filter(axis -> !axis.equals(NACE))
            .distinct()
            .toList();

    assertThat(axes)
        .contains("Scope3GHGEmissionsCategoryGHGProtocolAxis", "GHGCategoryAxis")
        .hasSize(7);
    assertThat(defaults)
        .filteredOn(arc -> arc.arcrole().equals(ARC + "dimension-default"))
        .extracting(TaxonomyFiles.Arc::from)
        .containsAll(axes);
  }

  /** The one axis of the breakdown by gas that has no default member. */
  @Test
  void shouldNameAllEconomicActivitiesWhereverAGasIsNamed() {
    assertThat(Frameworks.load("esrs-2023").dataPoints())
        .filteredOn(point -> has(point, "GHGCategoryAxis"))
        .hasSize(7)
        .allMatch(point -> has(point, NACE));
  }

  private static boolean has(DataPoint point, String axis) {
    return point.dimensions().stream().anyMatch(dimension -> dimension.axis().equals(axis));
  }

  @Test
  void shouldSumTheScopesThatTheTaxonomySums() throws Exception {
    List<TaxonomyFiles.Arc> arcs = linkbases("cal");
    Framework esrs = Frameworks.load("esrs-2023");

    for (DataPoint point : esrs.dataPoints()) {
      if (point.measure() instanceof Measure.SumOf sum && point.concept().isPresent()) {
        assertThat(sum.dataPoints())
            .extracting(part -> esrs.dataPoint(part).concept().orElseThrow())
            .containsExactlyInAnyOrderElementsOf(
                arcs.stream()
                    .filter(arc -> arc.from().equals(point.concept().orElseThrow()))
                    .map(TaxonomyFiles.Arc::to)
                    .distinct()
                    .toList());
      }
    }
  }

  @Test
  void shouldUseUnitsThatTheRegistryHasForTheTypes() throws Exception {
    Path registry = SharedTaxonomies.baseSpecs().resolve("http/www.xbrl.org/utr/utr.xml");
    try (var stream = Files.newInputStream(registry)) {
      NodeList units = SharedTaxonomies.parse(stream).getElementsByTagNameNS("*", "unit");
      assertThat(registered(units, "tCO2e")).contains("ghgEmissionsItemType");
      assertThat(registered(units, "MWh")).contains("energyItemType");
      // percentItemType is derived from it: Data Type Registry, types.xsd
      assertThat(registered(units, "pure")).contains("pureItemType");
    }
  }

  private static List<String> registered(NodeList units, String id) {
    return elementsOf(units)
        .filter(unit -> child(unit, "unitId").equals(id))
        .map(unit -> child(unit, "itemType"))
        .toList();
  }
}
