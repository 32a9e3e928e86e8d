package com.offgridflow.lake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where files are made from delivered ones. Never beside these: their directory may be read-only,
 * and whatever is put there would be the next sync's delivery.
 *
 * @param directory one that exists, of one job alone
 */
public record Scratch(Path directory) {

  /** The same place for the same file, another for files of the same name elsewhere. */
  Path made(Path from, String how) {
    UUID name = UUID.nameUUIDFromBytes(from.toString().getBytes(StandardCharsets.UTF_8));
    return directory.resolve(name + how);
  }
}
