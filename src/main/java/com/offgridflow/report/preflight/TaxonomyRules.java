package com.offgridflow.report.preflight;

import com.offgridflow.report.preflight.FiledContext.Member;
import com.offgridflow.report.preflight.dts.Concept;
import com.offgridflow.report.preflight.dts.Dts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** Rules that need the taxonomy: what is reported exists there, and fits. */
final class TaxonomyRules {
  private final FiledDocument document;
  private final Dts dts;

  TaxonomyRules(FiledDocument document, Dts dts) {
    this.document = document;
    this.dts = dts;
  }

  /** Each concept is an item of the taxonomy, and not abstract. */
  Stream<Violation> xbrl21ConceptIsReportable() {
    return document.facts().stream()
        .filter(fact -> dts.concept(fact.concept()).filter(Concept::reportable).isEmpty())
        .map(
            fact ->
                new Violation(
                    "XBRL 2.1 5.1.1",
                    fact.place(),
                    dts.concept(fact.concept()).isPresent()
                        ? fact.concept() + " is abstract"
                        : fact.concept() + " is not in " + dts.entryPoint(),
                    "use a concept of the taxonomy's release that is not abstract"));
  }

  /** A concept of a day is reported for a day, one of a span for a span. */
  Stream<Violation> xbrl21PeriodType() {
    return known(
        (fact, concept) ->
            document
                .contextOf(fact)
                .filter(context -> context.instant() != concept.periodType().equals("instant"))
                .map(
                    context ->
                        new Violation(
                            "XBRL 2.1 4.7.2",
                            fact.place(),
                            "period %s for a concept of type %s"
                                .formatted(context.dates(), concept.periodType()),
                            "give the context a period of that type")));
  }

  /** The unit is one that the unit registry has for the concept's type. */
  Stream<Violation> utr10UnitFitsType() {
    return known(
        (fact, concept) ->
            document
                .unitOf(fact)
                .filter(unit -> !RegisteredUnits.fits(concept.type(), unit))
                .map(
                    unit ->
                        new Violation(
                            "UTR 1.0",
                            fact.place(),
                            "unit '%s' for a concept of type %s".formatted(unit, concept.type()),
                            "use " + RegisteredUnits.expected(concept.type()))));
  }

  /** Numbers have a unit, texts have none. */
  Stream<Violation> xbrl21UnitForNumbersOnly() {
    Predicate<Concept> text =
        concept -> concept.type().matches("(string|textBlock|boolean|date|gYear)ItemType");
    return known(
        (fact, concept) ->
            Optional.of(fact)
                .filter(each -> text.test(concept) == each.numeric())
                .map(
                    each ->
                        new Violation(
                            "XBRL 2.1 4.6.2",
                            fact.place(),
                            fact.numeric() ? "is text with a unit" : "is a number without a unit",
                            "a concept of type " + concept.type() + " is tagged otherwise")));
  }

  /** Gross emissions, and types that say so, are not below zero. */
  Stream<Violation> esrsE144NoNegativeGrossEmissions() {
    return known(
        (fact, concept) ->
            fact.number()
                .filter(number -> number.signum() < 0 && neverNegative(concept))
                .map(
                    number ->
                        new Violation(
                            "ESRS E1 44",
                            fact.place(),
                            "is " + number.toPlainString(),
                            "report gross emissions without removals and credits")));
  }

  private static boolean neverNegative(Concept concept) {
    return concept.type().startsWith("nonNegative")
        || concept.type().equals("ghgEmissionsItemType")
            && concept.name().getLocalPart().contains("Gross");
  }

  /** The dimensions of each fact are allowed by the hypercubes of its concept. */
  Stream<Violation> xdt10Dimensions() {
    return known(
        (fact, concept) ->
            document
                .contextOf(fact)
                .flatMap(context -> dts.hypercubes().fault(concept.name(), members(context)))
                .map(
                    fault ->
                        new Violation(
                            "XDT 1.0 3.1",
                            fact.place(),
                            fault,
                            "use the axes and members that the taxonomy has for "
                                + concept.name().getLocalPart())));
  }

  /** Axes and members are elements of the taxonomy; those of others, such as countries, may be. */
  Stream<Violation> xdt10AxesAndMembersExist() {
    Set<String> namespaces =
        dts.names().stream().map(QName::getNamespaceURI).collect(Collectors.toSet());
    return document.contexts().stream()
        .flatMap(
            context ->
                members(context).entrySet().stream()
                    .flatMap(
                        each -> Stream.concat(Stream.of(each.getKey()), each.getValue().stream()))
                    .filter(name -> namespaces.contains(name.getNamespaceURI()))
                    .filter(name -> dts.concept(name).isEmpty())
                    .map(
                        name ->
                            new Violation(
                                "XDT 1.0 3.1.4",
                                context.id(),
                                name + " is not in " + dts.entryPoint(),
                                "use an axis and a member of the taxonomy's release")));
  }

  private static Map<QName, Optional<QName>> members(FiledContext context) {
    Map<QName, Optional<QName>> members = new HashMap<>();
    context
        .dimensions()
        .forEach((axis, member) -> members.put(axis, Optional.of(member).map(Member::explicit)));
    return members;
  }

  private Stream<Violation> known(Check check) {
    return document.facts().stream()
        .flatMap(
            fact ->
                dts.concept(fact.concept()).flatMap(concept -> check.of(fact, concept)).stream());
  }

  private interface Check {
    Optional<Violation> of(FiledFact fact, Concept concept);
  }
}
