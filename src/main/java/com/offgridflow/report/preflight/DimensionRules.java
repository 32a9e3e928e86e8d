package com.offgridflow.report.preflight;

import com.offgridflow.report.preflight.FiledContext.Member;
import com.offgridflow.report.preflight.dts.Concept;
import com.offgridflow.report.preflight.dts.Dts;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** Rules on the members that contexts name, by the sections of XBRL Dimensions 1.0. */
final class DimensionRules {
  private final FiledDocument document;
  private final Dts dts;

  DimensionRules(FiledDocument document, Dts dts) {
    this.document = document;
    this.dts = dts;
  }

  /** A typed member is one element with a text that says which member it is. */
  static Stream<Violation> xdt10TypedMemberIsOneElement(FiledDocument document) {
    return members(
        document,
        (axis, member) ->
            member.isTyped() && (member.elements().size() != 1 || member.typed().isEmpty())
                ? Optional.of("typed member of " + axis.getLocalPart() + " is " + member)
                : Optional.empty(),
        "XDT 1.0 3.1.4.4",
        "write one element of the taxonomy with the member's text");
  }

  /** Typed axes have typed members in the element that the taxonomy names, others have names. */
  Stream<Violation> xdt10MemberFitsTheAxis() {
    return members(
        document,
        (axis, member) -> dts.concept(axis).flatMap(known -> misfit(known, member)),
        "XDT 1.0 3.1.4.5",
        "give each axis the kind of member that the taxonomy has for it");
  }

  private Optional<String> misfit(Concept axis, Member member) {
    String name = axis.name().getLocalPart();
    if (member.isTyped() == axis.typedDomain().isEmpty()) {
      return Optional.of(
          "axis %s is %s, its member %s is not"
              .formatted(name, member.isTyped() ? "explicit" : "typed", member));
    }
    return dts.typedDomain(axis)
        .filter(domain -> !member.elements().contains(domain))
        .map(domain -> "member of axis %s stands in %s".formatted(name, member.elements()));
  }

  /** What stands for leaving an axis out is left out. */
  Stream<Violation> xdt10NoDefaultMember() {
    return members(
        document,
        (axis, member) ->
            !member.isTyped() && dts.hypercubes().isDefault(axis, member.explicit())
                ? Optional.of(member + " is the default of axis " + axis.getLocalPart())
                : Optional.empty(),
        "XDT 1.0 3.1.4.2",
        "leave the axis out, which says the same");
  }

  private static Stream<Violation> members(
      FiledDocument document, Check check, String rule, String remedy) {
    return document.contexts().stream()
        .flatMap(
            context ->
                context.dimensions().entrySet().stream()
                    .flatMap(each -> check.of(each.getKey(), each.getValue()).stream())
                    .map(fault -> new Violation(rule, context.id(), fault, remedy)));
  }

  private interface Check {
    Optional<String> of(QName axis, Member member);
  }
}
