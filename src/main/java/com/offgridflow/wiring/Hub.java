package com.offgridflow.wiring;

import com.offgridflow.database.wiring.HubDatabase;
import com.offgridflow.database.wiring.StartException;
import com.offgridflow.demo.wiring.DemoStart;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.quarkus.main.CamelMainApplication;

/** Starts the hub: the database first, because Quarkus wants to know where it is. */
@QuarkusMain
public final class Hub {
  /** Talks at length while the hub's own logging is not set up yet. */
  private static final Logger EMBEDDED_SERVER = Logger.getLogger("io.zonky");

  private Hub() {}

  public static void main(String... args) {
    EMBEDDED_SERVER.setLevel(Level.WARNING);
    try {
      StartConfigSource.offer(prepare());
    } catch (StartException e) {
      System.err.println("The hub cannot start: " + e.getMessage());
      System.exit(1);
    }
    Quarkus.run(CamelMainApplication.class, args);
  }

  private static Map<String, String> prepare() {
    StartSettings given = StartSettings.read();
    given.requirePort();
    Map<String, String> settings = new HashMap<>();
    if (given.demo()) {
      settings.putAll(DemoStart.prepare(given));
    }
    settings.putAll(HubDatabase.start(System.getenv(), given.data(), given.clean()));
    return settings;
  }
}
