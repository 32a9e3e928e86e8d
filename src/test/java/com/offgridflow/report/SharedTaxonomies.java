package com.offgridflow.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** The official taxonomies and specifications beside the project; tests skip where they are not. */
public final class SharedTaxonomies {
  public static final Path BASE_SPECS = Path.of("../shared/taxonomies/xbrl-base-specs");
  private static final Path ESRS = Path.of("../shared/taxonomies/ESRS-Set1-XBRL-Taxonomy.zip");
  private static final String ESRS_ROOT =
      "ESRS-Set1-XBRL-Taxonomy/xbrl.efrag.org/taxonomy/esrs/2023-12-22/";
  private static final Path VSME = Path.of("../shared/taxonomies/VSME-2025-07-30.zip");
  private static final String VSME_ROOT =
      "VSME-2025-07-30/xbrl.efrag.org/taxonomy/vsme/2025-07-30/";
  private static final Path REVISED = Path.of("../shared/taxonomies/esrs-2026-08-30-e1.csv");

  private SharedTaxonomies() {}

  public static Path baseSpecs() {
    assumeTrue(Files.isDirectory(BASE_SPECS), "skipped: no XBRL specifications in " + BASE_SPECS);
    return BASE_SPECS;
  }

  /** The taxonomy packages, as their publishers offer them. */
  public static List<Path> packages() {
    assumeTrue(Files.isRegularFile(ESRS), "skipped: no ESRS taxonomy at " + ESRS);
    assumeTrue(Files.isRegularFile(VSME), "skipped: no VSME taxonomy at " + VSME);
    return List.of(ESRS, VSME);
  }

  /** A file of the ESRS Set 1 taxonomy, 2023-12-22. */
  public static Document esrs(String file) throws Exception {
    return document(ESRS, ESRS_ROOT + file);
  }

  /** A file of the VSME taxonomy, 2025-07-30. */
  public static Document vsme(String file) throws Exception {
    return document(VSME, VSME_ROOT + file);
  }

  /** The climate elements of the draft of the revised ESRS taxonomy, 2026-08-30. */
  public static Path revisedEsrs() {
    assumeTrue(Files.isRegularFile(REVISED), "skipped: no list of elements at " + REVISED);
    return REVISED;
  }

  private static Document document(Path taxonomy, String entry) throws Exception {
    assumeTrue(Files.isRegularFile(taxonomy), "skipped: no taxonomy at " + taxonomy);
    try (ZipFile zip = new ZipFile(taxonomy.toFile());
        InputStream stream = zip.getInputStream(zip.getEntry(entry))) {
      return parse(stream);
    }
  }

  public static Document parse(InputStream stream) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(stream);
  }
}
