package com.offgridflow.source;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS Data Exports: files at {@code <export>/data/<partition>/}, and at {@code
 * <export>/metadata/<partition>/} a manifest that names the current ones and is written after them.
 * In the "create new" mode both have a folder per execution besides, and the manifest of the
 * partition is that of the latest. Partitions are {@code BILLING_PERIOD=yyyy-mm}, those of carbon
 * emissions {@code model_version=v/usage_period=yyyy-mm} (AWS Data Exports user guide,
 * "Understanding export delivery"; "Carbon emissions", Model versions).
 *
 * <p>A month is one delivery whichever model its carbon was calculated with: that of the newest
 * model takes the place of the older ones'.
 */
final class AwsExports implements Layout {
  private static final Pattern OBJECT =
      Pattern.compile(
          "((?:.*/)?)(data|metadata)/(?:model_version=([^/]+)/)?"
              + "((?:BILLING_PERIOD|usage_period)=\\d{4}-\\d{2}/)(?:([^/]+)/)?([^/]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  @Override
  public List<Delivery> find(Collection<RemoteObject> objects, Set<RemoteObject> taken) {
    List<Part> parts = objects.stream().map(Part::of).flatMap(Optional::stream).toList();
    parts.forEach(part -> taken.add(part.object()));
    Map<String, List<Part>> months = new TreeMap<>();
    parts.forEach(p -> months.computeIfAbsent(p.delivery(), d -> new ArrayList<>()).add(p));
    Set<String> withManifests = new HashSet<>();
    parts.stream().filter(Part::manifest).forEach(part -> withManifests.add(part.export()));
    List<Delivery> found = new ArrayList<>();
    months.forEach((name, month) -> delivery(name, month, withManifests).ifPresent(found::add));
    return found;
  }

  private static Optional<Delivery> delivery(
      String name, List<Part> month, Set<String> withManifests) {
    Optional<Part> manifest = month.stream().filter(Part::manifest).max(Part.CURRENT);
    if (manifest.isPresent()) {
      return Optional.of(new Delivery(name, List.of(manifest.get().object()), true));
    }
    return withManifests.contains(month.get(0).export())
        ? Optional.empty()
        : latest(month).map(files -> new Delivery(name, files, false));
  }

  /**
   * Of files without manifests, those of the last execution; a chunk that an overwriting run had no
   * more use for is left empty.
   */
  private static Optional<List<RemoteObject>> latest(List<Part> month) {
    List<Part> files = month.stream().filter(p -> p.data() && p.object().bytes() > 0).toList();
    return files.stream()
        .max(Part.EXECUTION)
        .map(last -> files.stream().filter(p -> Part.EXECUTION.compare(p, last) == 0))
        .map(last -> last.map(Part::object).toList());
  }

  /**
   * An object of an export.
   *
   * @param export the prefix before {@code data} and {@code metadata}
   * @param month partition of its month
   * @param execution folder of its execution, or empty
   */
  private record Part(
      RemoteObject object,
      String export,
      boolean data,
      Version model,
      String month,
      String execution) {
    /** What a manifest of the partition itself names goes before those of executions. */
    static final Comparator<Part> CURRENT =
        Comparator.comparing(Part::model)
            .thenComparing(part -> part.execution().isEmpty())
            .thenComparing(Part::object, AGE);

    static final Comparator<Part> EXECUTION =
        Comparator.comparing(Part::model).thenComparing(Part::execution);

    static Optional<Part> of(RemoteObject object) {
      Matcher part = OBJECT.matcher(object.name());
      return part.matches()
          ? Optional.of(
              new Part(
                  object,
                  part.group(1),
                  part.group(2).equalsIgnoreCase("data"),
                  Version.of(part.group(3)),
                  part.group(4),
                  part.group(5) == null ? "" : part.group(5)))
          : Optional.empty();
    }

    boolean manifest() {
      return !data && object.name().endsWith("Manifest.json");
    }

    String delivery() {
      return export + "data/" + month;
    }
  }

  /** Numbers of a version such as v3.0.0, so that v10 comes after v9. */
  private record Version(List<BigInteger> numbers) implements Comparable<Version> {
    static Version of(String text) {
      return new Version(
          DIGITS
              .matcher(text == null ? "" : text)
              .results()
              .map(number -> new BigInteger(number.group()))
              .toList());
    }

    @Override
    public int compareTo(Version other) {
      return Arrays.compare(
          numbers.toArray(BigInteger[]::new), other.numbers.toArray(BigInteger[]::new));
    }
  }
}
