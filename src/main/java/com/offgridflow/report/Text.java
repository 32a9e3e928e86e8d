package com.offgridflow.report;

import java.util.Locale;
import java.util.Map;

/** The same words in several languages, by ISO 639-1 code; English is always among them. */
public record Text(Map<String, String> byLanguage) {
  public Text {
    byLanguage = Map.copyOf(byLanguage);
    if (!byLanguage.containsKey("en")) {
      throw new IllegalArgumentException("text needs English ('en'), has " + byLanguage);
    }
  }

  /** The words in the language, or in English where there is no translation. */
  public String in(Locale language) {
    return byLanguage.getOrDefault(language.getLanguage(), byLanguage.get("en"));
  }
}
