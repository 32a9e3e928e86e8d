package com.offgridflow.lake;

import java.nio.file.Path;

/** A delivery that cannot be read; the message names the file and what would have worked. */
public class LakeException extends RuntimeException {

  private final transient Path file;
  private final String problem;

  public LakeException(Path file, String problem) {
    this(file, problem, null);
  }

  public LakeException(Path file, String problem, Throwable cause) {
    super(file + " " + problem, cause);
    this.file = file;
    this.problem = problem;
  }

  /** The file that cannot be read. */
  public Path file() {
    return file;
  }

  /** The same said of the file that was delivered, where this one was unpacked from it. */
  public LakeException of(Path delivered) {
    return new LakeException(delivered, problem, this);
  }
}
