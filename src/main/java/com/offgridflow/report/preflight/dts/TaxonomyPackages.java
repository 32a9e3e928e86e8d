package com.offgridflow.report.preflight.dts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Taxonomy packages (Taxonomy Packages 1.0): ZIP files whose {@code META-INF/catalog.xml} says
 * which addresses their files stand for. Nothing is fetched.
 */
public final class TaxonomyPackages implements AutoCloseable {
  private static final String CATALOG = "META-INF/catalog.xml";

  private final List<ZipFile> files = new ArrayList<>();
  private final List<Rewrite> rewrites = new ArrayList<>();

  /**
   * @throws UncheckedIOException when a file cannot be read
   * @throws IllegalArgumentException when a file is no taxonomy package
   */
  public TaxonomyPackages(List<Path> packages) {
    packages.forEach(this::open);
  }

  private void open(Path path) {
    try {
      ZipFile file = new ZipFile(path.toFile());
      files.add(file);
      ZipEntry catalog =
          file.stream()
              .filter(entry -> entry.getName().endsWith(CATALOG))
              .findFirst()
              .map(ZipEntry.class::cast)
              .orElseThrow(
                  () -> new IllegalArgumentException(path + " has no " + CATALOG + " in it"));
      readCatalog(file, catalog);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("cannot read taxonomy package " + path, e);
    }
  }

  private void readCatalog(ZipFile file, ZipEntry catalog) throws IOException {
    Path folder = Path.of(catalog.getName()).getParent();
    try (InputStream stream = file.getInputStream(catalog)) {
      XMLStreamReader xml = SafeStreams.read(stream);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("rewriteURI")) {
          String prefix = xml.getAttributeValue(null, "rewritePrefix");
          String inside = folder.resolve(prefix).normalize().toString().replace('\\', '/');
          String start = xml.getAttributeValue(null, "uriStartString");
          rewrites.add(new Rewrite(start, file, inside + (prefix.endsWith("/") ? "/" : "")));
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(file.getName() + ": " + CATALOG + " is no XML", e);
    }
  }

  /** The file that the address stands for; empty when it lies in none of the packages. */
  Optional<InputStream> find(String url) {
    return rewrites.stream().flatMap(rewrite -> rewrite.find(url)).findFirst();
  }

  @Override
  public void close() {
    for (ZipFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close " + file.getName(), e);
      }
    }
  }

  private record Rewrite(String start, ZipFile file, String inside) {
    Stream<InputStream> find(String url) {
      if (!url.startsWith(start)) {
        return Stream.empty();
      }
      ZipEntry entry = file.getEntry(inside + url.substring(start.length()));
      return Stream.ofNullable(entry).map(this::open);
    }

    private InputStream open(ZipEntry entry) {
      try {
        return file.getInputStream(entry);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + entry + " of " + file.getName(), e);
      }
    }
  }
}
