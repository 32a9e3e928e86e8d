package com.offgridflow.report.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A typeface for PDF files.
 *
 * @param name by which a document may ask for it
 * @param file empty for the one that the hub brings along
 * @param letters the code points that it can draw
 */
record Typeface(String name, Optional<Path> file, BitSet letters) {
  /** The planes that have letters. */
  private static final int CODE_POINTS = 0x40000;

  /**
   * One of the administrator's.
   *
   * @throws IllegalArgumentException when the file is none
   */
  static Typeface of(Path file) {
    try {
      return new Typeface(
          "report-" + file.getFileName(), Optional.of(file), letters(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "report.typefaces: %s is not used, %s; it should be a TrueType file like /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
              .formatted(file, e),
          e);
    }
  }

  /**
   * @param font bytes of a TrueType file
   * @throws IOException when they are something else
   */
  static BitSet letters(byte[] font) throws IOException {
    try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      if (parsed.getGlyph() == null) {
        throw new IOException("it has no TrueType outlines");
      }
      CmapLookup glyphs = parsed.getUnicodeCmapLookup();
      BitSet letters = new BitSet(CODE_POINTS);
      for (int point = 0; point < CODE_POINTS; point++) {
        letters.set(point, glyphs.getGlyphId(point) != 0);
      }
      return letters;
    }
  }
}
