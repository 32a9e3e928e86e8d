package com.offgridflow.lake;

import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.Recognition.Unrecognised;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Tells a billing format by the names of its columns, never by the name of the file. */
public final class FormatRecogniser {

  private static final int HEADERS_SHOWN = 40;
  private static final int HEADER_SHOWN = 80;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\uFFFD]");
  private static final Map<String, String> SEPARATORS =
      Map.of(";", "semicolons", "\t", "tabs", "\\|", "bars");

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
        .map(format -> unambiguous(new Recognised(delivered, file, format, container, headers)))
        .orElseGet(() -> unrecognised(delivered, headers));
  }

  /** Of two columns of one name, nobody can tell which one counts. */
  private static Recognition unambiguous(Recognised known) {
    return known.format().columns().stream()
        .flatMap(column -> column.in(known.columns()).stream())
        .filter(header -> Collections.frequency(known.columns(), header) > 1)
        .findFirst()
        .<Recognition>map(
            header ->
                new Unrecognised(
                    known.delivered(),
                    Optional.of(known.format()),
                    "%s looks like %s but has column %s %d times; it should be there once"
                        .formatted(
                            known.delivered(),
                            known.format(),
                            header,
                            Collections.frequency(known.columns(), header))))
        .orElse(known);
  }

  private static long present(BillingFormat format, List<String> headers) {
    return format.columns().stream().filter(column -> column.in(headers).isPresent()).count();
  }

  private Unrecognised unrecognised(Path file, List<String> headers) {
    BillingFormat nearest =
        formats.stream()
            .max(Comparator.comparingDouble(format -> likeness(format, headers)))
            .orElseThrow();
    Optional<Unrecognised> separated = otherwiseSeparated(file, headers);
    if (separated.isPresent()) {
      return separated.get();
    }
    if (likeness(nearest, headers) < 0.5) {
      return new Unrecognised(file, Optional.empty(), unknown(file, headers, nearest));
    }
    String lacks = file + " looks like " + nearest.code() + " but lacks ";
    return new Unrecognised(file, Optional.of(nearest), lacks + missing(nearest, headers));
  }

  private Optional<Unrecognised> otherwiseSeparated(Path file, List<String> headers) {
    if (headers.size() > 1) {
      return Optional.empty();
    }
    return SEPARATORS.entrySet().stream()
        .flatMap(
            separator -> {
              List<String> names = List.of(headers.get(0).split(separator.getKey()));
              return formats.stream()
                  .filter(format -> format.missingFrom(names).isEmpty())
                  .map(format -> separated(file, format, separator.getValue()));
            })
        .findFirst();
  }

  private static Unrecognised separated(Path file, BillingFormat format, String by) {
    String message =
        "%s looks like %s, but its columns are separated by %s; they should be by commas"
            .formatted(file, format, by);
    return new Unrecognised(file, Optional.of(format), message);
  }

  /** A header of a file that is no text must not put control characters onto a screen. */
  private static String shown(String header) {
    String text = CONTROL.matcher(header).replaceAll("?");
    return text.length() > HEADER_SHOWN ? text.substring(0, HEADER_SHOWN) + "..." : text;
  }

  private String unknown(Path file, List<String> headers, BillingFormat nearest) {
    return file
        + " is of no known billing format. Its header has: "
        + headers.stream()
            .limit(HEADERS_SHOWN)
            .map(FormatRecogniser::shown)
            .collect(Collectors.joining(", "))
        + (headers.size() > HEADERS_SHOWN ? ", ..." : "")
        + (headers.size() == 1 ? formatsAlone() : needed(headers, nearest));
  }

  /** A file of one column is some text; nobody wants to read all that a bill would have had. */
  private String formatsAlone() {
    return ". Known are "
        + formats.stream()
            .map(format -> format.code() + " (" + first(format) + ", ...)")
            .collect(Collectors.joining(", "))
        + "; it has the columns of none of them";
  }

  private static String first(BillingFormat format) {
    return format.columns().get(0).headers().get(0);
  }

  private String needed(List<String> headers, BillingFormat nearest) {
    return ". Nearest is "
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
