package com.offgridflow.report.preflight;

import static com.offgridflow.report.xbrl.Namespaces.DIMENSION;
import static com.offgridflow.report.xbrl.Namespaces.INLINE;
import static com.offgridflow.report.xbrl.Namespaces.INSTANCE;
import static com.offgridflow.report.xbrl.Namespaces.LINKBASE;
import static com.offgridflow.report.xbrl.Namespaces.XLINK;

import com.offgridflow.report.preflight.FiledContext.Member;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Takes instances and inline documents apart. */
final class FiledDocumentReader {
  private final Document dom;
  private final Element root;

  private FiledDocumentReader(Document dom) {
    this.dom = dom;
    this.root = dom.getDocumentElement();
  }

  /**
   * @throws IllegalArgumentException when it is no XML
   */
  static FiledDocument read(byte[] document) {
    return new FiledDocumentReader(Dom.parse(document)).document();
  }

  private FiledDocument document() {
    boolean inline = !Dom.is(root, INSTANCE, "xbrl");
    return new FiledDocument(
        inline,
        dom,
        elements(LINKBASE, "schemaRef").map(ref -> ref.getAttributeNS(XLINK, "href")).toList(),
        elements(INSTANCE, "context").map(FiledDocumentReader::context).toList(),
        elements(INSTANCE, "unit").map(FiledDocumentReader::unit).toList(),
        (inline ? inlineFacts() : facts()).toList());
  }

  private Stream<Element> elements(String namespace, String name) {
    return Dom.elements(root, namespace, name);
  }

  private static FiledContext context(Element context) {
    Element identifier = Dom.elements(context, INSTANCE, "identifier").findFirst().orElse(context);
    List<Element> members =
        Stream.of("scenario", "segment")
            .flatMap(part -> Dom.elements(context, INSTANCE, part))
            .flatMap(Dom::children)
            .toList();
    return new FiledContext(
        context.getAttribute("id"),
        identifier.getAttribute("scheme"),
        identifier == context ? "" : identifier.getTextContent(),
        dates(context),
        dimensions(members),
        Dom.elements(context, INSTANCE, "segment").findAny().isPresent(),
        members.stream()
            .filter(member -> !DIMENSION.equals(member.getNamespaceURI()))
            .map(Element::getNodeName)
            .toList());
  }

  private static List<String> dates(Element context) {
    return Dom.elements(context, INSTANCE, "period")
        .flatMap(Dom::children)
        .filter(part -> !part.getLocalName().equals("forever"))
        .map(Element::getTextContent)
        .toList();
  }

  private static Map<QName, Member> dimensions(List<Element> members) {
    Map<QName, Member> dimensions = new LinkedHashMap<>();
    members.stream()
        .filter(member -> DIMENSION.equals(member.getNamespaceURI()))
        .forEach(
            member ->
                dimensions.put(
                    Dom.name(member, member.getAttribute("dimension")), memberOf(member)));
    return dimensions;
  }

  private static Member memberOf(Element member) {
    return member.getLocalName().equals("explicitMember")
        ? new Member(Dom.name(member, member.getTextContent()), "", List.of())
        : new Member(null, member.getTextContent().strip(), elementsOf(member));
  }

  private static List<QName> elementsOf(Element member) {
    return Dom.children(member)
        .map(child -> new QName(child.getNamespaceURI(), child.getLocalName()))
        .toList();
  }

  private static FiledUnit unit(Element unit) {
    Optional<Element> divide = Dom.elements(unit, INSTANCE, "divide").findFirst();
    List<QName> below = divide.map(each -> measures(each, "unitDenominator")).orElse(List.of());
    List<QName> above =
        divide.map(each -> measures(each, "unitNumerator")).orElseGet(() -> measures(unit));
    return new FiledUnit(unit.getAttribute("id"), above, below);
  }

  private static List<QName> measures(Element divide, String part) {
    return Dom.elements(divide, INSTANCE, part).flatMap(each -> measures(each).stream()).toList();
  }

  private static List<QName> measures(Element parent) {
    return Dom.elements(parent, INSTANCE, "measure")
        .map(measure -> Dom.name(measure, measure.getTextContent()))
        .toList();
  }

  private Stream<FiledFact> facts() {
    return Dom.children(root)
        .filter(element -> element.hasAttribute("contextRef"))
        .map(
            element ->
                fact(
                    element,
                    new QName(element.getNamespaceURI(), element.getLocalName()),
                    number(element.getTextContent().strip())));
  }

  private Stream<FiledFact> inlineFacts() {
    return Stream.of("nonFraction", "nonNumeric")
        .flatMap(kind -> elements(INLINE, kind))
        .map(
            element ->
                fact(
                    element,
                    Dom.name(element, element.getAttribute("name")),
                    InlineNumber.of(element)));
  }

  private static FiledFact fact(Element element, QName concept, Optional<BigDecimal> number) {
    return new FiledFact(
        element.getAttribute("id"),
        concept,
        element.getAttribute("contextRef"),
        element.getAttribute("unitRef"),
        element.getAttribute("decimals"),
        element.getAttribute("unitRef").isEmpty() ? Optional.empty() : number,
        element.getTextContent(),
        element);
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches("[-+]?[0-9]*\\.?[0-9]+")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
