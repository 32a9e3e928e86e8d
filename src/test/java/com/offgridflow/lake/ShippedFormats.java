package com.offgridflow.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The formats of {@code rollup/}, for tests without a hub. */
public final class ShippedFormats implements KnownFormats {
  private static final Path ROLLUPS = Path.of("src/main/resources/rollup");
  private static final ShippedFormats ALL = new ShippedFormats();

  private final List<BillingFormat> formats;

  private ShippedFormats() {
    SharedSql shared = SharedSql.in(ROLLUPS.resolve(SharedSql.FOLDER));
    try (Stream<Path> files = Files.list(ROLLUPS)) {
      formats =
          files.filter(Files::isRegularFile).sorted().map(file -> read(file, shared)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static BillingFormat of(String code) {
    return ALL.ofCode(code).orElseThrow();
  }

  public static KnownFormats known() {
    return ALL;
  }

  @Override
  public List<BillingFormat> all() {
    return formats;
  }

  private static BillingFormat read(Path file, SharedSql shared) {
    try {
      return FormatFile.read(file.getFileName().toString(), Files.readString(file), shared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
