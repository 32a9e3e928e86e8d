package com.offgridflow.report.preflight;

import com.offgridflow.report.preflight.dts.Dts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges XBRL documents before they leave: by the rules of the specifications, by those of ESMA's
 * ESEF Reporting Manual, and, where there is one, by the taxonomy.
 */
public final class Preflight {
  private static final List<Function<FiledDocument, Stream<Violation>>> RULES =
      List.of(
          FactRules::xbrl21EntryPoint,
          ContextRules::esef211EntityByLei,
          ContextRules::esef212DatesWithoutTime,
          ContextRules::esef213DimensionsInScenario,
          ContextRules::esef214OneEntity,
          DimensionRules::xdt10TypedMemberIsOneElement,
          ContextRules::xbrl21NoUnusedContextOrUnit,
          ContextRules::xbrl21NoContextOrUnitTwice,
          ContextRules::utr10UnitsAreRegistered,
          FactRules::esef221Decimals,
          FactRules::xbrl21NoDigitsBeyondDecimals,
          FactRules::esef223Transformations,
          FactRules::esef224NoInconsistentDuplicates,
          FactRules::esef228FactIds,
          FactRules::xbrl21References,
          InlineRules::esef231Footnotes,
          InlineRules::esef241Constructs,
          InlineRules::esef242NoBase,
          InlineRules::esef251NoCode,
          InlineRules::esef252Language,
          InlineRules::esef253OneTarget,
          InlineRules::esef254NothingInvisible,
          InlineRules::esef351NothingExternal);

  private Preflight() {}

  /**
   * What is wrong with an instance or inline document, in the order of the rules.
   *
   * @param taxonomy that it is reported by; empty leaves out the rules that need it
   * @throws IllegalArgumentException when the document is no XML
   */
  public static List<Violation> check(byte[] document, Optional<Dts> taxonomy) {
    FiledDocument filed = FiledDocumentReader.read(document);
    Stream<Violation> general = RULES.stream().flatMap(rule -> rule.apply(filed));
    return Stream.concat(general, taxonomy.stream().flatMap(dts -> byTaxonomy(filed, dts)))
        .toList();
  }

  private static Stream<Violation> byTaxonomy(FiledDocument filed, Dts dts) {
    TaxonomyRules rules = new TaxonomyRules(filed, dts);
    DimensionRules dimensions = new DimensionRules(filed, dts);
    return Stream.of(
            rules.xbrl21ConceptIsReportable(),
            rules.xbrl21PeriodType(),
            rules.xbrl21UnitForNumbersOnly(),
            rules.utr10UnitFitsType(),
            rules.esrsE144NoNegativeGrossEmissions(),
            rules.xdt10AxesAndMembersExist(),
            rules.xdt10Dimensions(),
            dimensions.xdt10MemberFitsTheAxis(),
            dimensions.xdt10NoDefaultMember(),
            new Calculation11(filed, dts).calc11Consistent())
        .flatMap(Function.identity());
  }

  /**
   * @param name of the document, for the message
   * @throws PreflightException when there is a violation
   */
  public static void requireNone(String name, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new PreflightException(
          name
              + " fails preflight and is not delivered: "
              + violations.stream().map(Violation::toString).collect(Collectors.joining(" | ")));
    }
  }
}
