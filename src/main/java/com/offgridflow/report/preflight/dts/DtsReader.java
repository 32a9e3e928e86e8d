package com.offgridflow.report.preflight.dts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** Follows an entry point through schemas and linkbases (XBRL 2.1, section 3.2). */
public final class DtsReader {
  private final TaxonomyPackages packages;
  private final Map<QName, Concept> concepts = new HashMap<>();
  private final Map<String, QName> byId = new HashMap<>();
  private final List<LinkbaseArc> arcs = new ArrayList<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();

  private DtsReader(TaxonomyPackages packages) {
    this.packages = packages;
  }

  /**
   * The taxonomy set of the entry point; empty when no package has it.
   *
   * @throws IllegalArgumentException when a file of a package is no XML
   */
  public static Optional<Dts> read(TaxonomyPackages packages, String entryPoint) {
    return new DtsReader(packages).read(entryPoint);
  }

  private Optional<Dts> read(String entryPoint) {
    visit(entryPoint);
    while (!waiting.isEmpty()) {
      readFile(waiting.remove());
    }
    return concepts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Dts(entryPoint, concepts, byId, resolved()));
  }

  private void visit(String url) {
    if (seen.add(url)) {
      waiting.add(url);
    }
  }

  private void readFile(String url) {
    Optional<InputStream> found = packages.find(url);
    if (found.isEmpty()) {
      return;
    }
    try (InputStream stream = found.get()) {
      TaxonomyFile file = new TaxonomyFile(url);
      file.read(SafeStreams.read(stream));
      concepts.putAll(file.concepts());
      file.ids().forEach((id, name) -> byId.put(url + "#" + id, name));
      arcs.addAll(file.arcs());
      file.references().forEach(reference -> visit(URI.create(url).resolve(reference).toString()));
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(url + " in a taxonomy package is no XML", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + url + " in a taxonomy package", e);
    }
  }

  /** Relationships to elements outside the packages lead nowhere here. */
  private List<Arc> resolved() {
    return arcs.stream().flatMap(arc -> arc.resolved(byId).stream()).toList();
  }
}
