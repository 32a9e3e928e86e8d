package com.offgridflow.lake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column that a rollup reads.
 *
 * @param name its name in the rollup's relation
 * @param type what its values must be
 * @param need whether a file, and a row, can be without it
 * @param headers the names it has in files, the first being the usual one
 * @param pattern how files write a {@link Type#DAY} or a {@link Type#TIME} in UTC where it is not
 *     as ISO 8601 has it, in the letters of C's strptime, for example {@code %m/%d/%Y}
 */
public record BillingColumn(
    String name, Type type, Need need, List<String> headers, Optional<String> pattern) {

  private static final Pattern TRANSLATED = Pattern.compile(".+ \\((\\w+)\\)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** What a value is, as the engine's type. */
  public enum Type {
    TEXT("varchar", "any text"),
    QUANTITY("decimal(38, 12)", "a plain number such as 12.5, below 10^20"),
    FINE_QUANTITY("decimal(38, 15)", "a plain number such as 12.5, below 10^17"),
    TIME("timestamp", "a time such as 2024-09-01T00:00:00Z, of the years 1970 to 2099"),
    DAY(
        "timestamp",
        "a day such as 2024-09-01 or 09/01/2024 (month first), of the years 1970 to 2099"),
    CURRENCY("varchar", "an ISO 4217 code such as USD"),
    ATTRIBUTES("map(varchar, varchar)", "an object such as {\"vcpu\":\"2\"}");

    private final String sql;
    private final String example;

    Type(String sql, String example) {
      this.sql = sql;
      this.example = example;
    }

    public String sql() {
      return sql;
    }

    /**
     * The type that a value must fit into: of the digits of {@link #sql} a rollup needs some to
     * multiply with, and a figure beyond these would take the whole file down.
     */
    String bounded() {
      return sql.replace("38", "32");
    }

    /** Whether a text may fail to be one. */
    boolean converted() {
      return this != TEXT && this != ATTRIBUTES;
    }

    boolean timed() {
      return this == TIME || this == DAY;
    }

    /** What would have worked, for messages. */
    public String example() {
      return example;
    }
  }

  /** Whether it may be absent. */
  public enum Need {
    /** The file may lack the column. */
    OPTIONAL,
    /** The file must have the column, rows may leave it empty. */
    COLUMN,
    /** Each row must have a value. */
    VALUE
  }

  public BillingColumn {
    headers = List.copyOf(headers);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "column '" + name + "' must be named with letters, digits and underscores");
    }
    if (headers.isEmpty()) {
      throw new IllegalArgumentException("column " + name + " needs at least one header");
    }
    if (pattern.isPresent() && type != Type.DAY && type != Type.TIME) {
      throw new IllegalArgumentException(
          "column " + name + " has a pattern but is of type neither day nor time");
    }
  }

  public boolean required() {
    return need != Need.OPTIONAL;
  }

  /**
   * The header of this column among those of a file: without regard to case, but the same case
   * first, since a file can have headers that differ in nothing else. A translated header counts by
   * the name that it keeps in parentheses, as Azure writes {@code Maßeinheit (UnitOfMeasure)} where
   * the account's language is German.
   */
  public Optional<String> in(List<String> fileHeaders) {
    return headers.stream()
        .filter(fileHeaders::contains)
        .findFirst()
        .or(() -> first(fileHeaders, UnaryOperator.identity()))
        .or(() -> first(fileHeaders, BillingColumn::untranslated));
  }

  private Optional<String> first(List<String> fileHeaders, UnaryOperator<String> name) {
    return headers.stream()
        .flatMap(
            wanted ->
                fileHeaders.stream().filter(header -> wanted.equalsIgnoreCase(name.apply(header))))
        .findFirst();
  }

  private static String untranslated(String header) {
    Matcher translated = TRANSLATED.matcher(header);
    return translated.matches() ? translated.group(1) : header;
  }

  @Override
  public String toString() {
    return headers.get(0) + " (" + type.name().toLowerCase(Locale.ROOT) + ")";
  }
}
