package com.offgridflow.report;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** schemas/concepts/esrs-2023.csv and esrs-2023.yaml against EFRAG's own taxonomy files. */
class Esrs2023TaxonomyTest {
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String XBRLI = "http://www.xbrl.org/2003/instance";
  private static final String ARC = "http://xbrl.org/int/dim/arcrole/";
  private static final Path CONCEPTS = Path.of("schemas/concepts/esrs-2023.csv");

  private record Listed(
      String name, String kind, String type, String period, String axis, String role) {}

  private record Arc(String role, String arcrole, String from, String to) {}

  @Test
  void shouldListEachElementWithTheTaxonomysTypeAndPeriod() throws Exception {
    Map<String, Element> elements = elements(SharedTaxonomies.esrs("common/esrs_cor.xsd"));

    for (Listed listed : listed()) {
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
    List<Arc> arcs = arcs(SharedTaxonomies.esrs("all/linkbases/def_esrs_301060.xml"));

    for (Listed member : listed().stream().filter(one -> one.kind().equals("member")).toList()) {
      Set<String> domain = reachable(arcs, member.role(), member.axis(), "dimension-domain");
      assertThat(domain).as(member.role()).contains(member.name());
    }
  }

  @Test
  void shouldListEachConceptAsALineItemOfItsRole() throws Exception {
    List<Arc> arcs = arcs(SharedTaxonomies.esrs("all/linkbases/def_esrs_301060.xml"));

    for (Listed concept : listed().stream().filter(one -> one.kind().equals("concept")).toList()) {
      assertThat(arcs)
          .as(concept.name())
          .anyMatch(
              arc ->
                  arc.role().equals(concept.role())
                      && arc.arcrole().equals(ARC + "domain-member")
                      && arc.from().endsWith("LineItems")
                      && arc.to().equals(concept.name()));
    }
  }

  /**
   * The hypercubes are closed and have more axes than ours: a context may leave an axis out only
   * where it has a default member.
   */
  @Test
  void shouldLeaveOutOnlyAxesThatHaveADefaultMember() throws Exception {
    List<Arc> arcs = arcs(SharedTaxonomies.esrs("all/linkbases/def_esrs_301060.xml"));
    List<Arc> defaults = arcs(SharedTaxonomies.esrs("all/dimensions/dim_esrs_990000.xml"));
    Set<String> roles = listed().stream().map(Listed::role).collect(Collectors.toSet());

    List<String> axes =
        arcs.stream()
            .filter(arc -> roles.contains(arc.role()))
            .filter(arc -> arc.arcrole().equals(ARC + "hypercube-dimension"))
            .map(Arc::to)
            .distinct()
            .toList();

    assertThat(axes).contains("Scope3GHGEmissionsCategoryGHGProtocolAxis").hasSize(3);
    assertThat(defaults)
        .filteredOn(arc -> arc.arcrole().equals(ARC + "dimension-default"))
        .extracting(Arc::from)
        .containsAll(axes);
  }

  @Test
  void shouldSumTheScopesThatTheTaxonomySums() throws Exception {
    List<Arc> arcs = arcs(SharedTaxonomies.esrs("all/linkbases/cal_esrs_301060.xml"));
    Framework esrs = Frameworks.load("esrs-2023");

    for (DataPoint point : esrs.dataPoints()) {
      if (point.measure() instanceof Measure.SumOf sum) {
        assertThat(sum.dataPoints())
            .extracting(part -> esrs.dataPoint(part).concept().orElseThrow())
            .containsExactlyInAnyOrderElementsOf(
                arcs.stream()
                    .filter(arc -> arc.from().equals(point.concept().orElseThrow()))
                    .map(Arc::to)
                    .toList());
      }
    }
  }

  /** tCO2e is registered for ghgEmissionsItemType, the type of every concept listed. */
  @Test
  void shouldUseTheUnitThatTheRegistryHasForTheType() throws Exception {
    Path registry = SharedTaxonomies.baseSpecs().resolve("http/www.xbrl.org/utr/utr.xml");
    try (var stream = Files.newInputStream(registry)) {
      NodeList units = SharedTaxonomies.parse(stream).getElementsByTagNameNS("*", "unit");
      assertThat(elementsOf(units))
          .anyMatch(
              unit ->
                  child(unit, "unitId").equals("tCO2e")
                      && child(unit, "nsUnit").equals("http://www.xbrl.org/2009/utr")
                      && child(unit, "itemType").equals("ghgEmissionsItemType"));
    }
  }

  private static List<Listed> listed() throws Exception {
    return Files.readAllLines(CONCEPTS).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(field -> new Listed(field[0], field[1], field[2], field[3], field[4], field[5]))
        .toList();
  }

  private static Map<String, Element> elements(Document schema) {
    return elementsOf(schema.getElementsByTagNameNS("*", "element"))
        .filter(element -> !element.getAttribute("name").isEmpty())
        .collect(toMap(element -> element.getAttribute("name"), element -> element));
  }

  private static List<Arc> arcs(Document linkbase) {
    return elementsOf(linkbase.getDocumentElement().getElementsByTagNameNS("*", "*"))
        .filter(element -> element.getAttributeNS(XLINK, "type").equals("extended"))
        .flatMap(Esrs2023TaxonomyTest::arcsOfLink)
        .toList();
  }

  private static Stream<Arc> arcsOfLink(Element link) {
    String role = link.getAttributeNS(XLINK, "role");
    Map<String, String> locators = new HashMap<>();
    elementsOf(link.getElementsByTagNameNS("*", "loc"))
        .forEach(loc -> locators.put(xlink(loc, "label"), elementName(xlink(loc, "href"))));
    return elementsOf(link.getElementsByTagNameNS("*", "*"))
        .filter(element -> xlink(element, "type").equals("arc"))
        .map(
            arc ->
                new Arc(
                    role,
                    xlink(arc, "arcrole"),
                    locators.get(xlink(arc, "from")),
                    locators.get(xlink(arc, "to"))));
  }

  private static Set<String> reachable(List<Arc> arcs, String role, String start, String arcrole) {
    Set<String> found = new HashSet<>();
    for (Arc arc : arcs) {
      if (arc.role().equals(role)
          && arc.from().equals(start)
          && arc.arcrole().equals(ARC + arcrole)
          && found.add(arc.to())) {
        found.addAll(reachable(arcs, role, arc.to(), "domain-member"));
      }
    }
    return found;
  }

  private static String elementName(String href) {
    return href.substring(href.indexOf('#') + 1).replaceFirst("^[a-z]+_", "");
  }

  private static String xlink(Element element, String name) {
    return element.getAttributeNS(XLINK, name);
  }

  private static String child(Element element, String name) {
    NodeList found = element.getElementsByTagNameNS("*", name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private static Stream<Element> elementsOf(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
  }
}
