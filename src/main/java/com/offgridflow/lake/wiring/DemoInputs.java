package com.offgridflow.lake.wiring;

import java.nio.file.Path;

public final class DemoInputs {
  public static void generate(Path directory) {}
}
