package com.offgridflow.report.view;

/**
 * A number as a reader sees it.
 *
 * @param sign a minus sign, or empty
 * @param magnitude digits grouped and pointed by the language's custom
 */
public record Figure(String sign, String magnitude) {
  public boolean negative() {
    return !sign.isEmpty();
  }

  @Override
  public String toString() {
    return sign + magnitude;
  }
}
