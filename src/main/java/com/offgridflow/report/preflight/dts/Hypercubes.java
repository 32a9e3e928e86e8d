package com.offgridflow.report.preflight.dts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * Dimensional validity by XBRL Dimensions 1.0, section 3: a fact is valid when it is so in at least
 * one role that has hypercubes for its concept, and in a role when it fits all its {@code all}
 * hypercubes and none of its {@code notAll} ones.
 */
public final class Hypercubes {
  /** What fits a hypercube's axes is meant for it, and its fault is the one to name. */
  private static final Comparator<Fault> NEAREST =
      Comparator.comparing(Fault::foreignAxis).thenComparing(Fault::message);

  private final Map<List<Object>, List<Arc>> byFrom = new HashMap<>();
  private final Map<List<Object>, List<Arc>> byTo = new HashMap<>();
  private final Map<QName, QName> defaults = new HashMap<>();
  private final Set<String> roles = new HashSet<>();
  private final Map<List<Object>, Set<QName>> domains = new ConcurrentHashMap<>();

  private record Fault(boolean foreignAxis, String message) {}

  Hypercubes(List<Arc> arcs) {
    for (Arc arc : arcs) {
      byFrom.computeIfAbsent(List.of(arc.role(), arc.from()), key -> new ArrayList<>()).add(arc);
      byTo.computeIfAbsent(List.of(arc.role(), arc.to()), key -> new ArrayList<>()).add(arc);
      if (arc.dimensional("dimension-default")) {
        defaults.put(arc.from(), arc.to());
      }
      if (arc.dimensional("all")) {
        roles.add(arc.role());
      }
    }
  }

  /**
   * What is wrong with reporting the concept with these members; empty when it is valid, or no
   * hypercube speaks of the concept.
   *
   * @param members axis to member; an empty member stands for a typed one
   */
  public Optional<String> fault(QName concept, Map<QName, Optional<QName>> members) {
    List<Fault> faults = new ArrayList<>();
    for (String role : roles) {
      List<Arc> cubes = cubes(role, concept, new HashSet<>());
      if (!cubes.isEmpty()) {
        Optional<Fault> fault =
            cubes.stream().flatMap(cube -> fault(cube, members).stream()).findFirst();
        if (fault.isEmpty()) {
          return Optional.empty();
        }
        faults.add(fault.get());
      }
    }
    return faults.stream().min(NEAREST).map(Fault::message);
  }

  /** Whether the member stands for leaving the axis out, so that it may not be reported. */
  public boolean isDefault(QName axis, QName member) {
    return member.equals(defaults.get(axis));
  }

  /** Hypercubes of the concept or of what it is a domain member of, in the role. */
  private List<Arc> cubes(String role, QName concept, Set<QName> seen) {
    List<Arc> cubes = new ArrayList<>();
    if (seen.add(concept)) {
      from(role, concept)
          .filter(arc -> arc.dimensional("all") || arc.dimensional("notAll"))
          .forEach(cubes::add);
      byTo.getOrDefault(List.of(role, concept), List.of()).stream()
          .filter(arc -> arc.dimensional("domain-member"))
          .forEach(arc -> cubes.addAll(cubes(role, arc.from(), seen)));
    }
    return cubes;
  }

  private Optional<Fault> fault(Arc cube, Map<QName, Optional<QName>> members) {
    Optional<Fault> misfit = misfit(cube, members);
    if (cube.dimensional("all")) {
      return misfit;
    }
    return misfit.isPresent()
        ? Optional.empty()
        : Optional.of(new Fault(false, cube.to().getLocalPart() + " excludes these members"));
  }

  private Optional<Fault> misfit(Arc cube, Map<QName, Optional<QName>> members) {
    List<Arc> axes =
        from(cube.next(), cube.to()).filter(arc -> arc.dimensional("hypercube-dimension")).toList();
    Stream<Fault> wrong =
        axes.stream()
            .flatMap(axis -> wrongMember(axis, members).stream())
            .map(message -> new Fault(false, message));
    Stream<Fault> foreign =
        members.keySet().stream()
            .filter(axis -> cube.closed() && axes.stream().noneMatch(arc -> arc.to().equals(axis)))
            .map(axis -> cube.to().getLocalPart() + " has no axis " + axis.getLocalPart())
            .map(message -> new Fault(true, message));
    return Stream.concat(foreign, wrong).findFirst();
  }

  private Optional<String> wrongMember(Arc axis, Map<QName, Optional<QName>> members) {
    String name = axis.to().getLocalPart();
    Optional<QName> stated = members.get(axis.to());
    if (stated == null) {
      return defaults.containsKey(axis.to())
          ? Optional.empty()
          : Optional.of("axis " + name + " needs a member");
    }
    if (stated.isEmpty() || domain(axis).contains(stated.get())) {
      return Optional.empty();
    }
    return Optional.of(stated.get().getLocalPart() + " is no member of axis " + name);
  }

  private Set<QName> domain(Arc axis) {
    return domains.computeIfAbsent(
        List.of(axis.next(), axis.to()),
        key -> {
          Set<QName> usable = new HashSet<>();
          from(axis.next(), axis.to())
              .filter(arc -> arc.dimensional("dimension-domain"))
              .forEach(arc -> collect(arc, usable, new HashSet<>()));
          return usable;
        });
  }

  private void collect(Arc arc, Set<QName> usable, Set<Arc> seen) {
    if (seen.add(arc)) {
      if (arc.usable()) {
        usable.add(arc.to());
      }
      from(arc.next(), arc.to())
          .filter(next -> next.dimensional("domain-member"))
          .forEach(next -> collect(next, usable, seen));
    }
  }

  private Stream<Arc> from(String role, QName concept) {
    return byFrom.getOrDefault(List.of(role, concept), List.of()).stream();
  }
}
