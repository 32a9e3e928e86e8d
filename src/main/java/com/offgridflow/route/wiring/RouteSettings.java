package com.offgridflow.route.wiring;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of routes, {@code route.*}. */
@ConfigMapping(prefix = "route")
interface RouteSettings {
  /** Where routes lie that run beside the shipped ones, or in their place. */
  Optional<Path> directory();
}
