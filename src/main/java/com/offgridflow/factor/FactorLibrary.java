package com.offgridflow.factor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FactorChoice.Chosen;
import com.offgridflow.factor.FactorChoice.Missing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All factors of one state of knowledge, immutable.
 *
 * <p>A place decides as soon as it has any factor of the kind and subject. There, the factor valid
 * on the day applies, the latest edition first. A day after the newest edition takes the newest one
 * and the choice says so, as the GHG Protocol asks for the most recent factors available. A day
 * before the oldest edition finds nothing.
 */
public final class FactorLibrary {
  private static final Comparator<Factor> NEWEST_FIRST =
      Comparator.comparing((Factor f) -> f.validity().from().orElse(LocalDate.MIN))
          .reversed()
          .thenComparing(Factor::id);

  private final Map<Subject, Map<String, List<Factor>>> factors;
  private final List<LocalDate> turns;

  private record Subject(String kind, String subject) {}

  /**
   * Factors that belong to nobody in particular.
   *
   * @throws IllegalArgumentException when two factors have the same id
   */
  public FactorLibrary(Collection<Factor> shipped) {
    this(List.of(), shipped);
  }

  /**
   * @param own factors of the tenant, which come before the others where both are valid
   * @param shipped factors that all tenants have
   * @throws IllegalArgumentException when two factors have the same id
   */
  public FactorLibrary(Collection<Factor> own, Collection<Factor> shipped) {
    List<Factor> all =
        Stream.concat(own.stream().sorted(NEWEST_FIRST), shipped.stream().sorted(NEWEST_FIRST))
            .toList();
    rejectDuplicates(all);
    factors =
        all.stream()
            .collect(
                groupingBy(
                    f -> new Subject(f.kind(), f.subject()), groupingBy(Factor::place, toList())));
    turns = List.copyOf(turns(all));
  }

  private static void rejectDuplicates(Collection<Factor> all) {
    Map<String, Factor> byId = new HashMap<>();
    for (Factor factor : all) {
      if (byId.put(factor.id(), factor) != null) {
        throw new IllegalArgumentException("factor id '" + factor.id() + "' occurs twice");
      }
    }
  }

  private static TreeSet<LocalDate> turns(Collection<Factor> all) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Factor factor : all) {
      factor.validity().from().ifPresent(days::add);
      factor.validity().to().ifPresent(days::add);
    }
    return days;
  }

  /** Every factor, in no particular order. */
  public Stream<Factor> stream() {
    return factors.values().stream().flatMap(m -> m.values().stream()).flatMap(List::stream);
  }

  /** How often any factor's validity begins or ends up to this day: equal days choose alike. */
  public int era(LocalDate day) {
    int era = 0;
    while (era < turns.size() && !day.isBefore(turns.get(era))) {
      era++;
    }
    return era;
  }

  /** The units in which a kind and subject has factors, at any place. */
  public List<Unit> units(String kind, String subject) {
    return at(kind, subject).values().stream()
        .flatMap(List::stream)
        .map(Factor::perUnit)
        .distinct()
        .sorted(Comparator.comparing(Unit::symbol))
        .toList();
  }

  /** Whether a kind and subject has any factor at this place. */
  public boolean has(String kind, String subject, String place) {
    return at(kind, subject).containsKey(place);
  }

  public FactorChoice choose(FactorQuery query) {
    Map<String, List<Factor>> byPlace = at(query.kind(), query.subject());
    for (String place : query.places()) {
      List<Factor> here =
          byPlace.getOrDefault(place, List.of()).stream().filter(query::accepts).toList();
      if (!here.isEmpty()) {
        return pick(here, query.day()).orElseGet(() -> tooEarly(here, query));
      }
    }
    return new Missing(query.asked(), new Nearest(query).among(stream()));
  }

  private static Optional<FactorChoice> pick(List<Factor> newestFirst, LocalDate day) {
    Optional<Factor> valid = newestFirst.stream().filter(f -> f.validity().covers(day)).findFirst();
    if (valid.isPresent()) {
      return valid.map(f -> new Chosen(f, found(f)));
    }
    return newestFirst.stream()
        .filter(f -> f.validity().endsBy(day))
        .findFirst()
        .map(f -> new Chosen(f, newest(f)));
  }

  private static String found(Factor factor) {
    return factor.validity().equals(Validity.ALWAYS)
        ? factor.place()
        : factor.place() + ", valid " + factor.validity();
  }

  private static String newest(Factor factor) {
    return factor.place()
        + ", newest edition ("
        + factor.source().edition()
        + ", valid "
        + factor.validity()
        + ") applied to a later day";
  }

  private static FactorChoice tooEarly(List<Factor> newestFirst, FactorQuery query) {
    Factor oldest = newestFirst.get(newestFirst.size() - 1);
    String asked = query.asked() + ", before the oldest edition (" + oldest.validity() + ")";
    return new Missing(asked, List.of(oldest.id()));
  }

  private Map<String, List<Factor>> at(String kind, String subject) {
    return factors.getOrDefault(new Subject(kind, subject), Map.of());
  }
}
