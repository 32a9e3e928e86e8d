package com.offgridflow.emission.scope2;

/**
 * Why an instrument is put before a person instead of into a figure.
 *
 * @param instrument its id
 * @param field what is wrong with it
 * @param value the value of that field
 * @param message for people, with instrument, field, value and what would work
 */
public record Objection(String instrument, String field, String value, String message) {

  static Objection of(Instrument instrument, String field, Object value, String why) {
    String text = String.valueOf(value);
    return new Objection(
        instrument.id(),
        field,
        text,
        "instrument '%s', %s '%s': %s".formatted(instrument.id(), field, text, why));
  }
}
