package com.offgridflow.report.preflight.dts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/**
 * The discoverable taxonomy set of an entry point, as far as it lies in the packages at hand: its
 * concepts, dimensions and calculations. What a package refers to outside, such as the types of the
 * data type registry, is known by its name.
 */
public final class Dts {
  private final String entryPoint;
  private final Map<QName, Concept> concepts;
  private final Map<String, QName> byAddress;
  private final Hypercubes hypercubes;
  private final List<Calculation> calculations;

  Dts(
      String entryPoint,
      Map<QName, Concept> concepts,
      Map<String, QName> byAddress,
      List<Arc> arcs) {
    this.entryPoint = entryPoint;
    this.concepts = Map.copyOf(concepts);
    this.byAddress = Map.copyOf(byAddress);
    this.hypercubes = new Hypercubes(arcs);
    this.calculations = calculations(arcs);
  }

  public String entryPoint() {
    return entryPoint;
  }

  public Optional<Concept> concept(QName name) {
    return Optional.ofNullable(concepts.get(name));
  }

  /** The element that holds the members of a typed axis, where it lies in the packages. */
  public Optional<QName> typedDomain(Concept axis) {
    return Optional.ofNullable(byAddress.get(axis.typedDomain()));
  }

  public Set<QName> names() {
    return concepts.keySet();
  }

  /** Which combinations of dimensions a concept may be reported with. */
  public Hypercubes hypercubes() {
    return hypercubes;
  }

  /** The sums that it states. */
  public List<Calculation> calculations() {
    return calculations;
  }

  private static List<Calculation> calculations(List<Arc> arcs) {
    Map<List<Object>, List<Arc>> sums =
        arcs.stream()
            .filter(Arc::summation)
            .distinct()
            .collect(
                Collectors.groupingBy(
                    arc -> List.of(arc.role(), arc.from()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return sums.values().stream()
        .map(parts -> new Calculation(parts.get(0).role(), parts.get(0).from(), parts))
        .toList();
  }

  /**
   * A total and its weighted parts.
   *
   * @param role of the extended link that states it
   */
  public record Calculation(String role, QName total, List<Arc> parts) {
    public Calculation {
      parts = List.copyOf(parts);
    }
  }
}
