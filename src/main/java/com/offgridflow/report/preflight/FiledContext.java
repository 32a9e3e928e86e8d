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

  /** An explicit member by its name, or a typed one by its text. */
  record Member(QName explicit, String typed) {
    @Override
    public String toString() {
      return explicit == null ? "'" + typed + "'" : explicit.getLocalPart();
    }
  }
}
