package com.offgridflow.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of reports in one language, from {@code messages/report*.properties}. */
public final class Messages {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private static final String INSTRUMENT = "instrument:";

  private final ResourceBundle bundle;
  private final Locale language;

  private Messages(ResourceBundle bundle, Locale language) {
    this.bundle = bundle;
    this.language = language;
  }

  /** The words in the language; English where the hub does not speak it. */
  public static Messages in(Locale language) {
    return new Messages(
        ResourceBundle.getBundle("messages/report", language, NO_FALLBACK), language);
  }

  /** The words that have no places to fill in, by key, for templates. */
  public Map<String, String> words() {
    return bundle.keySet().stream()
        .filter(key -> !key.contains("."))
        .collect(Collectors.toMap(Function.identity(), bundle::getString));
  }

  /** A kind of activity in words; its code where the hub has no words for it. */
  public String kind(String code) {
    return word("kind.", code);
  }

  /** A method of calculation in words; its code where the hub has no words for it. */
  public String method(String code) {
    return word("methodOf.", code);
  }

  /** A component of an emission in words, {@code instrument:7} with the instrument's number. */
  public String component(String code) {
    return code.startsWith(INSTRUMENT)
        ? get("componentOf.instrument", code.substring(INSTRUMENT.length()))
        : word("componentOf.", code);
  }

  private String word(String prefix, String code) {
    return bundle.containsKey(prefix + code) ? bundle.getString(prefix + code) : code;
  }

  /** The message of the key, its places filled in. */
  public String get(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), language).format(values);
  }
}
