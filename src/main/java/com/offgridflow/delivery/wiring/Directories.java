package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.TargetKind;
import com.offgridflow.failure.UnrecoverableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Directories of this machine: only what is below those that the administrator lists. */
@ApplicationScoped
class Directories implements TargetAccess {
  private final List<Path> allowed;

  Directories(DeliveryConfig config) {
    this.allowed = config.directories().orElse(List.of());
  }

  @Override
  public TargetKind kind() {
    return TargetKind.DIRECTORY;
  }

  @Override
  public Map<String, Object> make(DeliveryTarget target, Map<String, String> secret) {
    Path directory = Path.of(target.setting("directory"));
    try {
      for (Path root : allowed) {
        if (Files.exists(root) && existing(directory).toRealPath().startsWith(root.toRealPath())) {
          return Map.of();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(target + ": " + directory + " cannot be reached", e);
    }
    throw new UnrecoverableException(
        "%s: %s is not below a directory that may be written to; delivery.directories lists %s"
            .formatted(target, directory, allowed));
  }

  /** The part of the path that is there; the rest is made by the delivery. */
  private static Path existing(Path directory) {
    Path there = directory;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }
}
