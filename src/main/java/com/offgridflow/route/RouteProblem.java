package com.offgridflow.route;

/**
 * What is wrong with a route file, and where.
 *
 * @param file as it was given to the validator
 * @param line counted from 1
 * @param column counted from 1
 * @param message what is wrong, and what would have worked
 */
public record RouteProblem(String file, int line, int column, String message)
    implements Comparable<RouteProblem> {
  /** One line, in the form that editors turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }

  @Override
  public int compareTo(RouteProblem other) {
    int byLine = Integer.compare(line, other.line);
    int byPlace = byLine == 0 ? Integer.compare(column, other.column) : byLine;
    return byPlace == 0 ? message.compareTo(other.message) : byPlace;
  }
}
