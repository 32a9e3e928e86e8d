package com.offgridflow.lake;

/** Counts the fields of a row byte by byte, as RFC 4180 has them. */
final class CsvRow {

  /** What the bytes so far amount to. */
  enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_CLOSED,
    BROKEN,
    RETURNED
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
    return fields == columns
        && (state == State.FIELD_START || state == State.PLAIN || state == State.QUOTE_CLOSED);
  }

  String problem(int columns) {
    return switch (state) {
      case QUOTED -> "a closing quote";
      case BROKEN -> "a comma after the closing quote";
      case RETURNED -> "a line feed after the carriage return";
      default -> columns + " fields instead of " + fields;
    };
  }

  /** Takes any byte but those that end the row. */
  void take(byte b) {
    empty = false;
    if (b == '\r' && open()) {
      state = State.RETURNED;
    }
    switch (state) {
      case QUOTED -> state = b == '"' ? State.QUOTE_CLOSED : State.QUOTED;
      case FIELD_START -> state = b == '"' ? State.QUOTED : plain(b);
      case PLAIN -> state = plain(b);
      case QUOTE_CLOSED -> state = b == '"' ? State.QUOTED : b == ',' ? plain(b) : State.BROKEN;
      case BROKEN, RETURNED -> {}
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
