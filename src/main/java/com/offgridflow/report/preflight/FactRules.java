package com.offgridflow.report.preflight;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Rules on facts, by the sections of ESMA's ESEF Reporting Manual and of XBRL 2.1. */
final class FactRules {
  private FactRules() {}

  /** Numbers state their accuracy by decimals and never by precision. */
  static Stream<Violation> esef221Decimals(FiledDocument document) {
    return document.facts().stream()
        .filter(FiledFact::numeric)
        .filter(fact -> fact.digits().isEmpty() || fact.element().hasAttribute("precision"))
        .map(
            fact ->
                new Violation(
                    "ESEF 2.2.1",
                    fact.place(),
                    fact.element().hasAttribute("precision")
                        ? "has precision"
                        : "decimals is '" + fact.decimals() + "'",
                    "state decimals as an integer such as 3"));
  }

  /** What a number shows is no finer than its accuracy. */
  static Stream<Violation> xbrl21NoDigitsBeyondDecimals(FiledDocument document) {
    return document.facts().stream()
        .filter(fact -> fact.number().isPresent() && fact.digits().isPresent())
        .filter(fact -> scale(fact.number().get()) > fact.digits().get())
        .map(
            fact ->
                new Violation(
                    "XBRL 2.1 4.6.5",
                    fact.place(),
                    fact.number().get().toPlainString() + " has more digits than its decimals",
                    "round to " + fact.decimals() + " decimals, or raise them"));
  }

  private static int scale(BigDecimal number) {
    return number.signum() == 0 ? Integer.MIN_VALUE : number.stripTrailingZeros().scale();
  }

  /** Figures of an inline document can be read, by transformations of the current registry. */
  static Stream<Violation> esef223Transformations(FiledDocument document) {
    return document.facts().stream()
        .filter(fact -> oldRegistry(fact.element()) || fact.numeric() && fact.number().isEmpty())
        .map(
            fact ->
                new Violation(
                    "ESEF 2.2.3",
                    fact.place(),
                    "'%s' with format '%s' is no number"
                        .formatted(fact.text(), fact.element().getAttribute("format")),
                    "write digits as num-dot-decimal or num-comma-decimal of "
                        + InlineNumber.REGISTRY
                        + " read them"));
  }

  private static boolean oldRegistry(Element element) {
    return InlineNumber.format(element)
        .filter(format -> !format.getNamespaceURI().equals(InlineNumber.REGISTRY))
        .isPresent();
  }

  /** Facts about the same agree, within their accuracy. */
  static Stream<Violation> esef224NoInconsistentDuplicates(FiledDocument document) {
    return Duplicates.of(document).stream()
        .filter(same -> !Duplicates.consistent(same))
        .map(
            same ->
                new Violation(
                    "ESEF 2.2.4",
                    same.get(1).place(),
                    "'%s' contradicts '%s' of %s"
                        .formatted(same.get(1).text(), same.get(0).text(), same.get(0).place()),
                    "report one value for the same concept, context and unit"));
  }

  /** Each fact has an id of its own. */
  static Stream<Violation> esef228FactIds(FiledDocument document) {
    Map<String, List<FiledFact>> byId =
        document.facts().stream()
            .collect(Collectors.groupingBy(FiledFact::id, LinkedHashMap::new, Collectors.toList()));
    return byId.values().stream()
        .filter(facts -> facts.get(0).id().isEmpty() || facts.size() > 1)
        .map(facts -> facts.get(facts.size() - 1))
        .map(
            fact ->
                new Violation(
                    "ESEF 2.2.8",
                    fact.place(),
                    fact.id().isEmpty() ? "has no id" : "shares its id with another fact",
                    "give each fact an id of its own"));
  }

  /** Each fact's context and unit are there. */
  static Stream<Violation> xbrl21References(FiledDocument document) {
    return document.facts().stream()
        .filter(
            fact ->
                document.contextOf(fact).isEmpty()
                    || fact.numeric() && document.unitOf(fact).isEmpty())
        .map(
            fact ->
                new Violation(
                    "XBRL 2.1 4.6.1",
                    fact.place(),
                    "context '%s' or unit '%s' is not in the document"
                        .formatted(fact.contextRef(), fact.unitRef()),
                    "add the context and the unit that the fact names"));
  }

  /** Each document says where its taxonomy begins. */
  static Stream<Violation> xbrl21EntryPoint(FiledDocument document) {
    return document.entryPoints().isEmpty()
        ? Stream.of(
            new Violation(
                "XBRL 2.1 4.2",
                "document",
                "has no schemaRef",
                "name the taxonomy's entry point by a schemaRef"))
        : Stream.empty();
  }
}
