package com.offgridflow.lake;

/** Counts the fields of a row byte by byte, as RFC 4180 has them. */
final class CsvRow {

  /** What the bytes so far amount to. */
  enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_CLOSED,
    BROKEN
  }

  private State state = State.FIELD_START;
  private int fields = 1;
  private boolean empty = true;

  /** Whether a line feed now would end the row. */
  boolean open() {
    return state != State.QUOTED;
  }

  boolean blank() {
    return empty;
  }

  boolean wellFormed(int columns) {
    return fields == columns && state != State.QUOTED && state != State.BROKEN;
  }

  String problem(int columns) {
    if (state == State.QUOTED) {
      return "a closing quote";
    }
    return state == State.BROKEN
        ? "a comma after the closing quote"
        : columns + " fields instead of " + fields;
  }

  void take(byte b) {
    if (b == '\r') {
      return;
    }
    empty = false;
    switch (state) {
      case QUOTED -> state = b == '"' ? State.QUOTE_CLOSED : State.QUOTED;
      case FIELD_START -> state = b == '"' ? State.QUOTED : plain(b);
      case PLAIN -> state = plain(b);
      case QUOTE_CLOSED -> state = b == '"' ? State.QUOTED : b == ',' ? plain(b) : State.BROKEN;
      case BROKEN -> {}
    }
  }

  private State plain(byte b) {
    if (b == ',') {
      fields++;
      return State.FIELD_START;
    }
    return State.PLAIN;
  }
}
