package com.offgridflow.factor;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FactorChoice.Chosen;
import com.offgridflow.factor.FactorChoice.Missing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All factors of one state of knowledge, immutable.
 *
 * <p>Places are asked from narrow to wide, and the first with a factor of the kind and subject, per
 * a unit that the question's converts to, decides. There, what is valid on the day comes before
 * what has ended; then the tenant's own before what came with the hub; then the latest start of
 * validity; then the unit of the question itself; then a factor that tells gases apart; then the
 * id, and the choice names the equals.
 *
 * <p>A day after the newest edition takes the newest one and the choice says so, as the GHG
 * Protocol asks for the most recent factors available. A day before the oldest edition of a place
 * finds nothing there, and a wider place is asked. What is not found is an outcome with the nearest
 * factors and what keeps each from answering; there is no default.
 */
public final class FactorLibrary {
  private final FactorIndex index;
  private final Set<String> own;
  private final List<LocalDate> turns;

  /**
   * Factors that belong to nobody in particular.
   *
   * @throws IllegalArgumentException when two factors have the same id
   */
  public FactorLibrary(Collection<Factor> shipped) {
    this(List.of(), shipped);
  }

  /**
   * @param own factors of the tenant, which come before the others where both fit
   * @param shipped factors that all tenants have
   * @throws IllegalArgumentException when two factors have the same id
   */
  public FactorLibrary(Collection<Factor> own, Collection<Factor> shipped) {
    rejectDuplicates(own, shipped);
    this.own = own.stream().map(Factor::id).collect(Collectors.toUnmodifiableSet());
    index = new FactorIndex(Stream.concat(own.stream(), shipped.stream()), this.own);
    turns = List.copyOf(turns(index.stream()));
  }

  private static void rejectDuplicates(Collection<Factor> own, Collection<Factor> shipped) {
    Set<String> ids = new HashSet<>();
    Stream.concat(own.stream(), shipped.stream())
        .map(Factor::id)
        .filter(id -> !ids.add(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException("factor id '" + id + "' occurs twice");
            });
  }

  private static TreeSet<LocalDate> turns(Stream<Factor> all) {
    TreeSet<LocalDate> days = new TreeSet<>();
    all.map(Factor::validity)
        .forEach(
            validity -> {
              validity.from().ifPresent(days::add);
              validity.to().ifPresent(days::add);
            });
    return days;
  }

  /** Every factor, in no particular order. */
  public Stream<Factor> stream() {
    return index.stream();
  }

  /** How often any factor's validity begins or ends up to this day: equal days choose alike. */
  public int era(LocalDate day) {
    int found = Collections.binarySearch(turns, day);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The units in which a kind and subject has factors, at any place. */
  public List<Unit> units(String kind, String subject) {
    return index.of(kind, subject).values().stream()
        .flatMap(List::stream)
        .map(Factor::perUnit)
        .distinct()
        .sorted(Comparator.comparing(Unit::symbol))
        .toList();
  }

  /** Whether a kind and subject has any factor at this place. */
  public boolean has(String kind, String subject, String place) {
    return index.of(kind, subject).containsKey(place);
  }

  public FactorChoice choose(FactorQuery query) {
    Map<String, List<Factor>> byPlace = index.of(query.kind(), query.subject());
    Optional<FactorChoice> tooEarly = Optional.empty();
    for (int rung = 0; rung < query.places().size(); rung++) {
      List<Factor> here = byPlace.getOrDefault(query.places().get(rung), List.of());
      List<Factor> fitting = here.stream().filter(query::accepts).toList();
      if (!fitting.isEmpty()) {
        Optional<Chosen> chosen = new FactorPick(query, own).among(fitting);
        if (chosen.isPresent()) {
          return chosen.get().noneAt(query.places().subList(0, rung));
        }
        tooEarly = tooEarly.or(() -> Optional.of(tooEarly(fitting, query)));
      }
    }
    return tooEarly.orElseGet(() -> missing(query));
  }

  private FactorChoice missing(FactorQuery query) {
    return new Missing(query.asked(), new Nearest(query).among(index.ofKind(query.kind())));
  }

  private static FactorChoice tooEarly(List<Factor> here, FactorQuery query) {
    Factor oldest =
        Collections.max(here, Comparator.comparing(Factor::validity, Validity.NEWEST_FIRST));
    String asked = query.asked() + ", before the oldest edition (" + oldest.validity() + ")";
    return new Missing(asked, List.of(new Nearest(query).miss(oldest)));
  }
}
