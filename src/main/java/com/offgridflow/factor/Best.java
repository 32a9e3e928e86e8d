package com.offgridflow.factor;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The few highest scores among many, each scored once. */
final class Best {
  private Best() {}

  private record Scored<T>(T item, int score) {}

  /**
   * @param ties which of two equal scores comes first
   */
  static <T> List<T> of(
      Stream<T> items, ToIntFunction<T> score, Comparator<? super T> ties, int limit) {
    Comparator<Scored<T>> bestFirst =
        Comparator.comparingInt((Scored<T> s) -> s.score())
            .reversed()
            .thenComparing(Scored::item, ties);
    PriorityQueue<Scored<T>> kept = new PriorityQueue<>(bestFirst.reversed());
    items.forEach(
        item -> {
          kept.add(new Scored<>(item, score.applyAsInt(item)));
          if (kept.size() > limit) {
            kept.remove();
          }
        });
    return kept.stream().sorted(bestFirst).map(Scored::item).toList();
  }
}
