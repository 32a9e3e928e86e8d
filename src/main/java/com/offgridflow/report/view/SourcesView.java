package com.offgridflow.report.view;

import com.offgridflow.report.Derivation;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.xbrl.FactPlan;
import java.util.List;

/** The way from each tagged figure to what it was made from. */
public final class SourcesView {
  private final Report report;
  private final FactPlan plan;
  private final Formats formats;
  private final Messages messages;

  SourcesView(Report report, FactPlan plan, Formats formats, Messages messages) {
    this.report = report;
    this.plan = plan;
    this.formats = formats;
    this.messages = messages;
  }

  /** A note on where a figure comes from; {@code path} is that of the hub's API. */
  public record Footnote(String id, String factId, String label, String emissions, String path) {}

  /** An object that was read. */
  public record Source(String object, String digest, String emissions) {}

  /** One for each figure of this report that is made from emissions. */
  public List<Footnote> footnotes() {
    return plan.facts().stream()
        .filter(fact -> fact.value().emissions() > 0)
        .map(this::footnote)
        .toList();
  }

  private Footnote footnote(FactPlan.Fact fact) {
    String path =
        "/api/v1/tenants/%s/reports/%s/facts/%s"
            .formatted(report.request().tenant(), report.request().id(), fact.id());
    return new Footnote(
        noteId(fact.id()),
        fact.id(),
        fact.value().label(),
        formats.count(fact.value().emissions()),
        path);
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
