package com.offgridflow.emission.profile;

import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many bytes the GB of a coefficient has. Publishers of coefficients write GB and do not say,
 * so that a profile must: part {@link Cause#BYTE_PREFIX}, for each of {@link #USES}. Decimal and
 * binary prefixes are those of IEC 80000-13.
 */
public enum BytePrefix {
  /** 10^9: disks and networks are measured so. */
  DECIMAL("decimal", "a GB of the coefficient is 10^9 bytes"),
  /** 2^30: memory modules are measured so, JEDEC JESD100B.01, "giga". */
  BINARY("binary", "a GB of the coefficient is 2^30 bytes"),
  /**
   * The letter counts and the rest of the prefix does not, since bills write GB for 2^30 bytes: a
   * GiB is a GB and a TiB is a TB of 1000 GB. Plain bytes make a GB by 2^30, as on bills.
   */
  AS_BILLED("as-billed", "as bills count: GiB is GB, TiB is TB = 1000 GB, GB of bytes by 2^30");

  /** What the coefficients are for. */
  public static final List<String> USES = List.of("memory", "storage", "network");

  private final String code;
  private final String meaning;

  BytePrefix(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Its name in profiles. */
  public String code() {
    return code;
  }

  /** What it means, in words. */
  public String meaning() {
    return meaning;
  }

  /**
   * What a part says for a use.
   *
   * @throws IllegalArgumentException when it says nothing, or a word that is none of these
   */
  static BytePrefix of(Part part, String use) {
    List<String> words = part.words().getOrDefault(use, List.of());
    return Arrays.stream(values())
        .filter(prefix -> words.equals(List.of(prefix.code)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s.%s is %s, not one of %s"
                        .formatted(
                            Cause.BYTE_PREFIX.code(),
                            use,
                            words,
                            Arrays.stream(values()).map(BytePrefix::code).toList())));
  }

  /** What the unit of a coefficient, written with a decimal prefix, really is. */
  public Unit read(Unit coefficient) {
    String symbol = coefficient.symbol();
    return this == BINARY ? Unit.named(symbol.replaceFirst("^([MGTP])B", "$1iB")) : coefficient;
  }

  /** What one of a unit is in that of a coefficient; empty when the dimensions differ. */
  public Optional<BigDecimal> factor(Unit from, Unit coefficient) {
    if (this != AS_BILLED) {
      return from.factorTo(read(coefficient));
    }
    String symbol = from.symbol();
    if (symbol.matches("B(-.+)?")) {
      Unit billed = Unit.named("Gi" + symbol);
      return from.factorTo(billed).flatMap(each -> factor(billed, coefficient).map(each::multiply));
    }
    String letter = symbol.replaceFirst("^KiB", "kB").replaceFirst("^([MGTP])iB", "$1B");
    return Unit.named(letter).factorTo(coefficient);
  }
}
