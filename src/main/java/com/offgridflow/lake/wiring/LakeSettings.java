package com.offgridflow.lake.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The engine that reads billing files. */
@ConfigMapping(prefix = "lake")
public interface LakeSettings {

  /** An embedded DuckDB, in memory by default. */
  @WithDefault("jdbc:duckdb:")
  String jdbcUrl();

  /** What DuckDB may hold before it spills to the temporary directory. */
  @WithDefault("700MB")
  String memoryLimit();

  /** Worker threads; by default one per processor. */
  OptionalInt threads();

  /** Where it spills; by default below the system's temporary directory. */
  Optional<Path> tempDirectory();

  /** The only directories that it may read or write; by default all. */
  Optional<List<Path>> directories();

  /** Where an administrator puts rollups of formats that the hub does not ship. */
  Optional<Path> formatDirectory();
}
