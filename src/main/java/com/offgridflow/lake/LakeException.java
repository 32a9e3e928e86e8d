package com.offgridflow.lake;

import java.nio.file.Path;

/** A delivery that cannot be read; the message names the file and what would have worked. */
public class LakeException extends RuntimeException {

  public LakeException(Path file, String problem) {
    super(file + " " + problem);
  }

  public LakeException(Path file, String problem, Throwable cause) {
    super(file + " " + problem, cause);
  }
}
