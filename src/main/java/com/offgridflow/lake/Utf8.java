package com.offgridflow.lake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text in UTF-8: the engine gives up a whole file for one byte that is not. */
final class Utf8 {
  /** Length of the byte order mark that spreadsheets put in front. */
  static final int MARK_BYTES = 3;

  private Utf8() {}

  static boolean isMark(byte[] bytes, int length) {
    return length == MARK_BYTES
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** Leaves the mark behind, where there is one. */
  static void skipMark(BufferedInputStream in) throws IOException {
    in.mark(MARK_BYTES);
    byte[] start = in.readNBytes(MARK_BYTES);
    if (!isMark(start, start.length)) {
      in.reset();
    }
  }

  static boolean ascii(byte[] bytes, int length) {
    int any = 0;
    for (int i = 0; i < length; i++) {
      any |= bytes[i];
    }
    return any >= 0;
  }

  static boolean is(byte[] bytes) throws IOException {
    return ascii(bytes, bytes.length) || is(new ByteArrayInputStream(bytes));
  }

  /** Reads and closes it. */
  static boolean is(InputStream in) throws IOException {
    char[] text = new char[1 << 16];
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())) {
      while (reader.read(text) >= 0) {
        continue;
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
