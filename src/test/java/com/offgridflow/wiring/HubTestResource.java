package com.offgridflow.wiring;

import com.offgridflow.database.wiring.HubDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL server for the tests, made ready just as the hub makes it ready. */
public class HubTestResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try {
      Files.createDirectories(Path.of("target"));
      Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "hub-data-");
      Map<String, String> settings = new HashMap<>(HubDatabase.start(Map.of(), data, false));
      settings.put("hub.data", data.toString());
      settings.put("hub.secret-key", "0123456789abcdef".repeat(4));
      settings.put("source.directories", Path.of("").toAbsolutePath().getParent().toString());
      settings.put("source.trusted-hosts", "localhost");
      return settings;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    // the server stops with the process
  }
}
