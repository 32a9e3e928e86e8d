package com.offgridflow.report.view;

import com.offgridflow.report.Derivation;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.xbrl.TaggedFact;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from each tagged fact to what it was made from. */
public final class SourcesView {
  private final Report report;
  private final Formats formats;
  private final Messages messages;

  SourcesView(Report report, Formats formats, Messages messages) {
    this.report = report;
    this.formats = formats;
    this.messages = messages;
  }

  /** A note on where a fact comes from, with the path in the hub's API. */
  public record Footnote(String id, String factId, String label, String note) {}

  /** An object that was read. */
  public record Source(String object, String digest, String emissions) {}

  /** One for each fact of the document. */
  public List<Footnote> footnotes() {
    return TaggedFact.of(report).stream().map(this::footnote).toList();
  }

  private Footnote footnote(TaggedFact fact) {
    String path =
        "/api/v1/tenants/%s/reports/%s/facts/%s"
            .formatted(report.request().tenant(), report.request().id(), fact.fact());
    String label =
        fact.ofOtherPeriod() ? fact.label() + ", " + period(fact.period()) : fact.label();
    String note =
        Stream.concat(origins(fact), Stream.of(messages.get("evidence.at", path)))
            .collect(Collectors.joining("; "));
    return new Footnote(noteId(fact.fact()), fact.fact(), label, note);
  }

  /** Records, a statement, or the report of another period; nothing where it is computed. */
  private Stream<String> origins(TaggedFact fact) {
    Stream<String> records =
        Stream.of(fact.emissions())
            .filter(count -> count > 0)
            .map(count -> messages.get("evidence.records", formats.count(count)));
    Stream<String> stated =
        report.stated().stream()
            .filter(each -> !fact.ofOtherPeriod() && each.dataPoint().equals(fact.dataPoint()))
            .map(
                each ->
                    messages.get(
                        "evidence.stated", each.by(), formats.instant(each.at()), each.source()));
    return Stream.of(records, stated, fact.source().stream()).flatMap(each -> each);
  }

  private String period(ReportingPeriod period) {
    return messages.get("period", formats.day(period.start()), formats.day(period.lastDay()));
  }

  static String noteId(String factId) {
    return "n" + factId.substring(1);
  }

  /** The digest over the derivation; empty for a report of the first releases. */
  public String derivation() {
    return report.derivation().map(Derivation::digest).orElse("");
  }

  /** The objects that were read, those behind most emissions first. */
  public List<Source> evidence() {
    return report.derivation().map(Derivation::evidence).stream()
        .flatMap(List::stream)
        .map(each -> new Source(each.object(), each.digest(), formats.count(each.emissions())))
        .toList();
  }

  /** How many objects are not listed, in words; empty when all are. */
  public String further() {
    return report.derivation().map(Derivation::furtherEvidence).stream()
        .filter(count -> count > 0)
        .map(count -> messages.get("further.evidence", formats.count(count)))
        .findFirst()
        .orElse("");
  }
}
