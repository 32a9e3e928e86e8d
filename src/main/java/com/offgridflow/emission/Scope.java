package com.offgridflow.emission;

/** The three scopes of the GHG Protocol Corporate Standard, chapter 4. */
public enum Scope {
  /** Direct emissions from sources the tenant owns or controls. */
  SCOPE_1(1),
  /** Indirect emissions from purchased electricity, steam, heat and cooling. */
  SCOPE_2(2),
  /** All other indirect emissions of the value chain. */
  SCOPE_3(3);

  private final int number;

  Scope(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
