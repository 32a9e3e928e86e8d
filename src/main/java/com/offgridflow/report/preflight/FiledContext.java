package com.offgridflow.report.preflight;

import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * A context as it stands in a document.
 *
 * @param id its id
 * @param scheme of the entity identifier
 * @param identifier the entity identifier
 * @param dates the lexical dates of its period: one for an instant, two for a duration, none for
 *     ever
 * @param dimensions axis and member (its name, or the text of a typed member)
 * @param segment whether it has a segment
 * @param foreign elements in its scenario that are no dimension members
 */
record FiledContext(
    String id,
    String scheme,
    String identifier,
    List<String> dates,
    Map<QName, Member> dimensions,
    boolean segment,
    List<String> foreign) {

  /** What facts of two contexts must share to be about the same. */
  Object aspects() {
    return List.of(scheme, identifier, dates, dimensions);
  }

  boolean instant() {
    return dates.size() == 1;
  }

  /**
   * An explicit member by its name, or a typed one by its text.
   *
   * @param explicit null for a typed one
   * @param elements what a typed one holds; XBRL Dimensions 1.0 asks for one
   */
  record Member(QName explicit, String typed, List<QName> elements) {
    boolean isTyped() {
      return explicit == null;
    }

    @Override
    public String toString() {
      return explicit == null ? "'" + typed + "'" : explicit.getLocalPart();
    }
  }
}
