package com.offgridflow.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * An object on its way here, that goes on where the connection was cut, a few times; what was read
 * is not asked for again.
 */
public final class ResumedStream extends InputStream {
  private static final int CUTS = 5;

  private final long bytes;
  private final Rest rest;
  private InputStream now;
  private long position;
  private int cutsLeft = CUTS;

  /** Opens the object once more. */
  @FunctionalInterface
  public interface Rest {
    /**
     * The same content from there on.
     *
     * @param position of the first byte that is wanted, from 0
     * @throws IOException when it cannot be had, or the object is another by now
     */
    InputStream from(long position) throws IOException;
  }

  /**
   * @param first the object from its beginning
   * @param bytes its size
   */
  public ResumedStream(InputStream first, long bytes, Rest rest) {
    this.now = first;
    this.bytes = bytes;
    this.rest = rest;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (true) {
      try {
        int count = now.read(target, offset, length);
        if (count >= 0 || position >= bytes) {
          position += Math.max(count, 0);
          return count;
        }
        goOn(new EOFException("the connection was cut"));
      } catch (IOException cut) {
        goOn(cut);
      }
    }
  }

  private void goOn(IOException cut) throws IOException {
    if (cutsLeft == 0 || position >= bytes) {
      throw cut;
    }
    cutsLeft--;
    closeCut(cut);
    now = rest.from(position);
  }

  /** Some clients want to read to the end when they are closed, which cannot be done here. */
  private void closeCut(IOException cut) {
    try {
      now.close();
    } catch (IOException e) {
      cut.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    now.close();
  }
}
