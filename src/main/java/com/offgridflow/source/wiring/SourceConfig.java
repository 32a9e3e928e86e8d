package com.offgridflow.source.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Settings of the sources. */
@ConfigMapping(prefix = "source")
public interface SourceConfig {
  /** Where fetched objects lie while they are read; it may be lost at any time. */
  @WithDefault("${hub.data}/spool")
  Path spool();

  /** Directories that connections may read; a connection to any other is refused. */
  Optional<List<Path>> directories();

  /** Hosts of S3-compatible servers that connections may name beside AWS itself. */
  Optional<List<String>> trustedHosts();
}
