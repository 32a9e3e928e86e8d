package com.offgridflow.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a stream on a thread of its own, a few blocks ahead of whoever looks at the bytes, so that
 * inflating and counting take two processors. A failure to read is thrown where it lies in the
 * stream, after all the bytes before it.
 */
final class ReadAhead extends InputStream {
  private static final int BLOCK_BYTES = 1 << 18;
  private static final int BLOCKS = 4;

  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
  private final InputStream source;
  private final Thread reader;
  private Block block = new Block(new byte[0], 0, null);
  private int position;

  /**
   * @param source is closed with this stream
   */
  ReadAhead(InputStream source) {
    this.source = source;
    this.reader = new Thread(this::readAll, "lake-read-ahead");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * @param length of what was read; negative behind the last byte
   * @param failure instead of bytes, or null
   */
  private record Block(byte[] bytes, int length, IOException failure) {}

  private void readAll() {
    try {
      for (boolean more = true; more; ) {
        Block next = next();
        more = next.length() >= 0;
        full.put(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Block next() {
    byte[] bytes = new byte[BLOCK_BYTES];
    try {
      return new Block(bytes, source.read(bytes), null);
    } catch (IOException e) {
      return new Block(bytes, -1, e);
    } catch (RuntimeException e) {
      return new Block(bytes, -1, new IOException(e));
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (block.length() >= 0 && position == block.length()) {
      advance();
    }
    if (block.failure() != null) {
      throw block.failure();
    }
    if (block.length() < 0) {
      return -1;
    }
    int count = Math.min(length, block.length() - position);
    System.arraycopy(block.bytes(), position, target, offset, count);
    position += count;
    return count;
  }

  private void advance() throws IOException {
    try {
      block = full.take();
      position = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading ahead");
    }
  }

  /** The source is closed only when nobody reads from it any longer. */
  @Override
  public void close() throws IOException {
    reader.interrupt();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    source.close();
  }
}
