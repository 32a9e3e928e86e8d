package com.offgridflow.report.xbrl;

import com.offgridflow.report.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which elements are text blocks ({@code dtr:textBlockItemType}): their value is XHTML, not plain
 * text. EFRAG's ESRS and the IFRS taxonomies say so by the element's name; for VSME there is a
 * list.
 */
final class TextBlocks {
  private static final Set<String> VSME = listed("xbrl/vsme-text-blocks.txt");

  private TextBlocks() {}

  static boolean contains(Taxonomy taxonomy, String concept) {
    return taxonomy.prefix().equals("vsme")
        ? VSME.contains(concept)
        : concept.endsWith("TextBlock") || concept.endsWith("Explanatory");
  }

  private static Set<String> listed(String resource) {
    try (InputStream stream = TextBlocks.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
