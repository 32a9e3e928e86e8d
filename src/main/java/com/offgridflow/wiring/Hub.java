package com.offgridflow.wiring;

import com.offgridflow.database.wiring.HubDatabase;
import com.offgridflow.database.wiring.StartException;
import com.offgridflow.demo.wiring.DemoStart;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts the hub: the database first, because Quarkus wants to know where it is. */
@QuarkusMain
public final class Hub {
  private Hub() {}

  public static void main(String... args) {
    try {
      StartConfigSource.offer(prepare());
    } catch (StartException e) {
      System.err.println("The hub cannot start: " + e.getMessage());
      System.exit(1);
    }
    Quarkus.run(args);
  }

  private static Map<String, String> prepare() {
    Path data = Path.of(System.getProperty("hub.data", "data"));
    boolean clean = Boolean.getBoolean("hub.clean");
    Map<String, String> settings = new HashMap<>();
    if ("demo".equals(System.getProperty("quarkus.profile"))) {
      settings.putAll(DemoStart.prepare());
    }
    settings.putAll(HubDatabase.start(System.getenv(), data, clean));
    return settings;
  }
}
