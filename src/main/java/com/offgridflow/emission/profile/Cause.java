package com.offgridflow.emission.profile;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a methodology profile for cloud use decides, part by part. Two profiles are compared by
 * putting the parts of the second in place of those of the first, one after the other, in this
 * order: each step's difference has the part as its cause.
 */
public enum Cause {
  USAGE("usage", "how usage types are read, and what becomes of those without an amount"),
  MONTH("month", "hours of a month that storage is billed by"),
  BYTE_PREFIX("byte-prefix", "byte prefix: how many bytes the GB of a coefficient has"),
  POWER("power", "watts of processors and GPUs, and which types are known"),
  UTILISATION("utilisation", "assumed utilisation of processors"),
  MEMORY("memory", "energy of memory, and how much of it is counted"),
  COEFFICIENTS("coefficients", "energy of storage and network"),
  REPLICATION("replication", "copies, and what they are counted for"),
  PUE("pue", "energy of the data centre per energy of its machines"),
  GRID("grid", "grid intensity of the region"),
  EMBODIED("embodied", "making of the servers, their life, and which types are known");

  private final String code;
  private final String meaning;

  Cause(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Its name in profiles and comparisons. */
  public String code() {
    return code;
  }

  /** What it is, in words. */
  public String meaning() {
    return meaning;
  }

  /** The cause of this code. */
  public static Optional<Cause> ofCode(String code) {
    return Arrays.stream(values()).filter(cause -> cause.code.equals(code)).findFirst();
  }
}
