package com.offgridflow.lake;

import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.Recognition.Unrecognised;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Tells a billing format by the names of its columns, never by the name of the file. */
public final class FormatRecogniser {

  private static final int HEADERS_SHOWN = 40;

  private final List<BillingFormat> formats;

  public FormatRecogniser(KnownFormats known) {
    this.formats = known.all();
  }

  /**
   * @param delivered the file as it came, which messages name
   * @param file where its header was read
   */
  public Recognition recognise(
      Path delivered, Path file, Container container, List<String> headers) {
    return formats.stream()
        .filter(format -> format.missingFrom(headers).isEmpty())
        .max(Comparator.comparingLong(format -> present(format, headers)))
        .<Recognition>map(format -> new Recognised(delivered, file, format, container, headers))
        .orElseGet(() -> unrecognised(delivered, headers));
  }

  private static long present(BillingFormat format, List<String> headers) {
    return format.columns().stream().filter(column -> column.in(headers).isPresent()).count();
  }

  private Unrecognised unrecognised(Path file, List<String> headers) {
    BillingFormat nearest =
        formats.stream()
            .max(Comparator.comparingDouble(format -> likeness(format, headers)))
            .orElseThrow();
    if (likeness(nearest, headers) < 0.5) {
      return new Unrecognised(file, Optional.empty(), unknown(file, headers, nearest));
    }
    String lacks = file + " looks like " + nearest.code() + " but lacks ";
    return new Unrecognised(file, Optional.of(nearest), lacks + missing(nearest, headers));
  }

  private String unknown(Path file, List<String> headers, BillingFormat nearest) {
    return file
        + " is of no known billing format. Its header has: "
        + headers.stream().limit(HEADERS_SHOWN).collect(Collectors.joining(", "))
        + (headers.size() > HEADERS_SHOWN ? ", ..." : "")
        + ". Nearest is "
        + nearest.code()
        + ". Needed would have been: "
        + formats.stream()
            .map(format -> "for " + format.code() + " " + missing(format, headers))
            .collect(Collectors.joining("; "));
  }

  private static double likeness(BillingFormat format, List<String> headers) {
    long required = format.columns().stream().filter(BillingColumn::required).count();
    return 1.0 - (double) format.missingFrom(headers).size() / required;
  }

  private static String missing(BillingFormat format, List<String> headers) {
    return format.missingFrom(headers).stream()
        .map(column -> column.headers().get(0) + near(column, headers))
        .collect(Collectors.joining(", "));
  }

  private static String near(BillingColumn column, List<String> headers) {
    return column.headers().stream()
        .flatMap(wanted -> headers.stream().filter(header -> typos(wanted, header) <= 2))
        .findFirst()
        .map(header -> " (there is " + header + ")")
        .orElse("");
  }

  /** How many letters a typing error changed, case aside. */
  private static int typos(String wanted, String header) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(wanted.toLowerCase(Locale.ROOT), header.toLowerCase(Locale.ROOT));
  }
}
