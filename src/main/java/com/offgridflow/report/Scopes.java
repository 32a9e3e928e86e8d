package com.offgridflow.report;

/** The GHG Protocol's numbering: scopes 1 to 3, and 15 categories within Scope 3. */
final class Scopes {
  static final int CATEGORIES = 15;

  private Scopes() {}

  static void requireScope(int scope) {
    if (scope < 1 || scope > 3) {
      throw new IllegalArgumentException("scope must be 1, 2 or 3, not " + scope);
    }
  }

  static void requireCategory(int scope, int category) {
    if (scope != 3) {
      throw new IllegalArgumentException(
          "only Scope 3 has categories, not Scope " + scope + " with category " + category);
    }
    if (category < 1 || category > CATEGORIES) {
      throw new IllegalArgumentException(
          "Scope 3 category must be 1 to " + CATEGORIES + ", not " + category);
    }
  }
}
