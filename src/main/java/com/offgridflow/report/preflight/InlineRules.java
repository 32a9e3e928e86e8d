package com.offgridflow.report.preflight;

import static com.offgridflow.report.xbrl.Namespaces.INLINE;
import static com.offgridflow.report.xbrl.Namespaces.XHTML;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;

/** Rules on inline documents, by the sections of ESMA's ESEF Reporting Manual. */
final class InlineRules {
  private static final Set<String> CODE = Set.of("script", "object", "embed", "applet", "iframe");
  private static final List<String> LOADED = List.of("src", "background", "data", "codebase");

  private InlineRules() {}

  /** Footnotes are in the document's language and belong to a fact. */
  static Stream<Violation> esef231Footnotes(FiledDocument document) {
    Set<String> related =
        document.elements(INLINE, "relationship").stream()
            .flatMap(one -> Arrays.stream(one.getAttribute("toRefs").split("\\s+")))
            .collect(Collectors.toSet());
    String language = language(document.dom().getDocumentElement());
    return document.elements(INLINE, "footnote").stream()
        .filter(
            note -> !related.contains(note.getAttribute("id")) || !language.equals(language(note)))
        .map(
            note ->
                new Violation(
                    "ESEF 2.3.1",
                    note.getAttribute("id"),
                    "is related to no fact, or in language '" + language(note) + "'",
                    "relate each footnote to a fact, in the document's language"));
  }

  /** Neither tuples nor fractions, and nothing hidden that could be seen. */
  static Stream<Violation> esef241Constructs(FiledDocument document) {
    return Stream.of("tuple", "fraction", "hidden")
        .flatMap(name -> document.elements(INLINE, name).stream())
        .map(
            element ->
                new Violation(
                    "ESEF 2.4.1",
                    element.getAttribute("id").isEmpty()
                        ? element.getNodeName()
                        : element.getAttribute("id"),
                    element.getNodeName() + " is used",
                    "tag visible figures by ix:nonFraction and text by ix:nonNumeric"));
  }

  /** No base address. */
  static Stream<Violation> esef242NoBase(FiledDocument document) {
    return document.elements("*", "*").stream()
        .filter(
            element ->
                Dom.is(element, XHTML, "base")
                    || element.hasAttributeNS(XMLConstants.XML_NS_URI, "base"))
        .map(
            element ->
                new Violation(
                    "ESEF 2.4.2",
                    element.getNodeName(),
                    "sets a base address",
                    "leave out html:base and xml:base"));
  }

  /** Nothing that runs. */
  static Stream<Violation> esef251NoCode(FiledDocument document) {
    return document.elements(XHTML, "*").stream()
        .filter(element -> CODE.contains(element.getLocalName()) || handler(element))
        .map(
            element ->
                new Violation(
                    "ESEF 2.5.1",
                    element.getNodeName(),
                    "can run code",
                    "leave out scripts, event handlers and embedded objects"));
  }

  private static boolean handler(Element element) {
    return attributes(element).anyMatch(name -> name.startsWith("on"))
        || element.getAttribute("href").strip().toLowerCase(Locale.ROOT).startsWith("javascript:");
  }

  /** Text facts have a language. */
  static Stream<Violation> esef252Language(FiledDocument document) {
    String whole = language(document.dom().getDocumentElement());
    Stream<Violation> none =
        document.inline() && whole.isEmpty()
            ? Stream.of(language("document", "has no xml:lang"))
            : Stream.empty();
    Stream<Violation> facts =
        document.facts().stream()
            .filter(fact -> !fact.numeric() && inherited(fact.element()).isEmpty())
            .map(fact -> language(fact.place(), "is text without a language"));
    return Stream.concat(none, facts);
  }

  private static Violation language(String place, String message) {
    return new Violation("ESEF 2.5.2", place, message, "set xml:lang, such as en");
  }

  /** One target document. */
  static Stream<Violation> esef253OneTarget(FiledDocument document) {
    return document.elements(INLINE, "*").stream()
        .filter(element -> element.hasAttribute("target"))
        .map(
            element ->
                new Violation(
                    "ESEF 2.5.3",
                    element.getAttribute("id"),
                    "has target '" + element.getAttribute("target") + "'",
                    "leave out the attribute target"));
  }

  /** Tagged facts are not made invisible. */
  static Stream<Violation> esef254NothingInvisible(FiledDocument document) {
    return document.facts().stream()
        .filter(fact -> document.inline() && invisible(fact.element()))
        .map(
            fact ->
                new Violation(
                    "ESEF 2.5.4",
                    fact.place(),
                    "is not displayed",
                    "show every tagged figure, without display:none"));
  }

  /** Nothing is loaded from outside: images and fonts are inlined. */
  static Stream<Violation> esef351NothingExternal(FiledDocument document) {
    return document.elements(XHTML, "*").stream()
        .filter(element -> loads(element) || document.inline() && styled(element))
        .map(
            element ->
                new Violation(
                    "ESEF 3.5.1",
                    element.getNodeName(),
                    "loads from outside the document",
                    "inline images and fonts as data: URLs and styles as text"));
  }

  private static boolean loads(Element element) {
    return element.getLocalName().equals("link")
        || LOADED.stream()
            .map(element::getAttribute)
            .anyMatch(url -> !url.isEmpty() && !url.startsWith("data:"));
  }

  private static boolean styled(Element element) {
    String css =
        element.getAttribute("style")
            + (element.getLocalName().equals("style") ? element.getTextContent() : "");
    return css.replaceAll("url\\(\\s*['\"]?data:", "").matches("(?s).*(@import|url\\().*");
  }

  private static boolean invisible(Element element) {
    for (Element at = element; at != null; at = parent(at)) {
      if (at.getAttribute("style").replaceAll("\\s", "").contains("display:none")) {
        return true;
      }
    }
    return false;
  }

  private static String inherited(Element element) {
    Element at = element;
    while (parent(at) != null && language(at).isEmpty()) {
      at = parent(at);
    }
    return language(at);
  }

  private static Element parent(Element element) {
    return element.getParentNode() instanceof Element parent ? parent : null;
  }

  private static String language(Element element) {
    return element.getAttributeNS(XMLConstants.XML_NS_URI, "lang");
  }

  private static Stream<String> attributes(Element element) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(i -> element.getAttributes().item(i).getNodeName());
  }
}
