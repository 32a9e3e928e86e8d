package com.offgridflow.report.view;

import com.offgridflow.report.FrameworkStatus;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportText;
import com.offgridflow.report.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the PDF shows beside {@link ReportView}: its look, drawings and tables. */
public final class PdfView {
  /**
   * A headline figure on the summary page.
   *
   * @param interval how far it can be trusted; empty where nothing says so
   */
  public record Tile(String title, String figure, String unit, String interval) {
    /** Whether the figure needs smaller type to stand beside the others. */
    public boolean isLong() {
      return figure.length() > 13;
    }
  }

  /** A narrative disclosure, paragraph by paragraph. */
  public record TextView(String label, String paragraph, List<String> paragraphs) {}

  private final Report report;
  private final ReportView view;
  private final Formats formats;
  private final Messages messages;
  private final Map<String, String> words;
  private final OriginTables origins;

  public PdfView(Report report) {
    this.report = report;
    this.view = new ReportView(report);
    this.formats = new Formats(report.request().language());
    this.messages = Messages.in(report.request().language());
    this.words = messages.words();
    this.origins = new OriginTables(report.basis().breakdown(), formats, messages);
  }

  public Theme theme() {
    return report.request().theme();
  }

  /** Whose report it is, as the cover says it. */
  public String coverName() {
    return theme().name().orElseGet(view::entity);
  }

  /** That the framework is not in force, or empty. */
  public String status() {
    FrameworkStatus status = report.framework().status();
    return status == FrameworkStatus.ADOPTED
        ? ""
        : messages.get("status." + status.name().toLowerCase(Locale.ROOT));
  }

  public OriginTables origins() {
    return origins;
  }

  public ReportCharts charts() {
    return new ReportCharts(report, origins, formats, messages);
  }

  /** What is on record: each scope, and all of them. A scope without emissions has no figure. */
  public List<Tile> tiles() {
    Stream<Tile> scopes =
        Stream.of(1, 2, 3)
            .map(
                scope ->
                    tile(
                        messages.get("scope", scope.toString()), group(scope), Optional.of(scope)));
    return Stream.concat(Stream.of(tile(words.get("onRecord"), all(), Optional.empty())), scopes)
        .toList();
  }

  public ChangesView changes() {
    return new ChangesView(report, formats, messages);
  }

  public UncertaintyView uncertainty() {
    return new UncertaintyView(report.basis().confidence(), formats, messages);
  }

  public FigureTables figures() {
    return new FigureTables(telling());
  }

  public BasisTables basis() {
    return new BasisTables(telling());
  }

  private Telling telling() {
    return new Telling(report, view, formats, messages);
  }

  public List<TextView> texts() {
    return report.texts().stream().map(PdfView::text).toList();
  }

  private Tile tile(String title, EmissionGroup group, Optional<Integer> scope) {
    String figure = group.activities() == 0 ? Formats.NOTHING : formats.tonnes(group.kgCo2e());
    return new Tile(title, figure, "tCO2e", uncertainty().brief(scope));
  }

  private EmissionGroup all() {
    return EmissionGroup.sum("", EmissionGroup.by(report.basis().breakdown(), row -> ""));
  }

  private EmissionGroup group(int scope) {
    return EmissionGroup.sum(
        "",
        EmissionGroup.by(
            report.basis().breakdown().stream().filter(row -> row.scope() == scope).toList(),
            row -> ""));
  }

  private static TextView text(ReportText text) {
    return new TextView(
        text.label(), text.paragraph(), List.of(text.text().strip().split("\\R\\s*\\R")));
  }
}
