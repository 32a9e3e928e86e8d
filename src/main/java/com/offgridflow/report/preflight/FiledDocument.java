package com.offgridflow.report.preflight;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An instance or inline document, taken apart.
 *
 * @param inline whether it is Inline XBRL
 * @param dom the whole of it
 * @param entryPoints where its taxonomies begin
 * @param contexts in the order of the document
 * @param units likewise
 * @param facts likewise
 */
record FiledDocument(
    boolean inline,
    Document dom,
    List<String> entryPoints,
    List<FiledContext> contexts,
    List<FiledUnit> units,
    List<FiledFact> facts) {

  Optional<FiledContext> contextOf(FiledFact fact) {
    return contexts.stream().filter(one -> one.id().equals(fact.contextRef())).findFirst();
  }

  Optional<FiledUnit> unitOf(FiledFact fact) {
    return units.stream().filter(one -> one.id().equals(fact.unitRef())).findFirst();
  }

  List<Element> elements(String namespace, String name) {
    return Dom.elements(dom.getDocumentElement(), namespace, name).toList();
  }
}
