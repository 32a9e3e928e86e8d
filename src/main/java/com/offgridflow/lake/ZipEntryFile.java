package com.offgridflow.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks the one file of a zip. The entry's own name is never used as a path. */
public final class ZipEntryFile {

  /** More than a CUR of 10 million lines. */
  static final long LARGEST = 64L << 30;

  /** Deflate cannot do better than 1032 to 1; billing lines come to 10 to 30. */
  static final long HIGHEST_RATIO = 200;

  /** What the Finder packs beside each file: its attributes, and how the folder was shown. */
  private static final Pattern ADDED_BY_MACOS =
      Pattern.compile("__MACOSX/.*|(?:.*/)?(?:\\._[^/]*|\\.DS_Store)");

  private ZipEntryFile() {}

  /**
   * @throws LakeException when the zip is damaged, holds other than one file, or swells
   *     suspiciously
   */
  public static Path unpack(Path zip, Scratch scratch) {
    Path target = scratch.made(zip, ".unpacked");
    try (ZipFile entries = new ZipFile(zip.toFile())) {
      List<? extends ZipEntry> files = entries.stream().filter(ZipEntryFile::counts).toList();
      requireOne(zip, entries, files.size());
      try (InputStream in = entries.getInputStream(files.get(0));
          OutputStream out = Files.newOutputStream(target)) {
        copy(zip, in, out, Math.min(LARGEST, Math.max(1 << 20, Files.size(zip) * HIGHEST_RATIO)));
      }
      return target;
    } catch (IOException e) {
      throw new LakeException(
          zip, "is a zip that cannot be unpacked: " + e.getMessage() + "; deliver it again", e);
    }
  }

  private static boolean counts(ZipEntry entry) {
    return !entry.isDirectory() && !ADDED_BY_MACOS.matcher(entry.getName()).matches();
  }

  private static void requireOne(Path zip, ZipFile entries, int files) {
    if (entries.getEntry("[Content_Types].xml") != null) {
      throw new LakeException(zip, "is an Office document; save it as CSV in UTF-8");
    }
    if (entries.getEntry("content.xml") != null) {
      throw new LakeException(zip, "is an OpenDocument file; save it as CSV in UTF-8");
    }
    if (files != 1) {
      throw new LakeException(
          zip,
          "holds "
              + files
              + " files; a billing zip holds exactly one, so unpack it and deliver each by itself");
    }
  }

  private static void copy(Path zip, InputStream in, OutputStream out, long limit)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      total += n;
      if (total > limit) {
        throw new LakeException(
            zip, "unpacks to more than " + limit + " bytes, which no bill does");
      }
      out.write(buffer, 0, n);
    }
  }
}
