package com.offgridflow.factor;

import com.offgridflow.factor.FactorChoice.Chosen;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Chooses among the factors of one place, and says why. */
final class FactorPick {
  private final FactorQuery query;
  private final Set<String> own;

  FactorPick(FactorQuery query, Set<String> own) {
    this.query = query;
    this.own = own;
  }

  /**
   * The best of those valid on the day, else of those that ended before it; empty when all start
   * later.
   *
   * @param bestFirst as {@link FactorIndex} orders them; each answers the question but for its day
   */
  Optional<Chosen> among(List<Factor> bestFirst) {
    return best(bestFirst, f -> f.validity().covers(query.day()))
        .map(peers -> chosen(peers, FactorPick::valid))
        .or(
            () ->
                best(bestFirst, f -> f.validity().endsBy(query.day()))
                    .map(peers -> chosen(peers, FactorPick::newest)));
  }

  /** The first that passes, with those that are of the same owner and start on the same day. */
  private Optional<List<Factor>> best(List<Factor> bestFirst, Predicate<Factor> passes) {
    return bestFirst.stream()
        .filter(passes)
        .findFirst()
        .map(first -> bestFirst.stream().filter(passes).filter(f -> alike(first, f)).toList());
  }

  private boolean alike(Factor first, Factor other) {
    return first.validity().from().equals(other.validity().from())
        && own.contains(first.id()) == own.contains(other.id());
  }

  private Chosen chosen(List<Factor> peers, Function<Factor, String> found) {
    List<Factor> exact = peers.stream().filter(query::asksPer).toList();
    List<Factor> best = exact.isEmpty() ? peers : exact;
    Factor first = best.get(0);
    String ofTenant = own.contains(first.id()) ? ", the tenant's own factor" : "";
    return new Chosen(first, found.apply(first) + ofTenant + tie(first, best));
  }

  private static String tie(Factor first, List<Factor> best) {
    List<Factor> equal =
        best.stream().filter(f -> f.amounts().perGas() == first.amounts().perGas()).toList();
    return equal.size() == 1
        ? ""
        : equal.stream()
            .skip(1)
            .map(Factor::id)
            .collect(Collectors.joining(", ", ", first by id of equals, the others are ", ""));
  }

  private static String valid(Factor factor) {
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
}
