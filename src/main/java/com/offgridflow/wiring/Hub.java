package com.offgridflow.wiring;

import com.offgridflow.database.wiring.HubDatabase;
import com.offgridflow.database.wiring.StartException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/** Starts the hub: the database first, because Quarkus wants to know where it is. */
@QuarkusMain
public final class Hub {
  private Hub() {}

  public static void main(String... args) {
    try {
      HubDatabase.start(System.getenv(), Path.of(System.getProperty("hub.data", "data")));
    } catch (StartException e) {
      System.err.println("The hub cannot start: " + e.getMessage());
      System.exit(1);
    }
    Quarkus.run(args);
  }
}
