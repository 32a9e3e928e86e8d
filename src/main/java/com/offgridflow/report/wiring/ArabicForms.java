package com.offgridflow.report.wiring;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters, for a renderer that draws one glyph per character: each becomes the
 * presentation form (Unicode blocks Arabic Presentation Forms A and B) that its neighbours ask for.
 * Which letter has which forms is read from Unicode's own names and compatibility mappings; ICU4J's
 * shaping leaves the letters of Persian and Urdu unjoined.
 */
final class ArabicForms {
  private enum Place {
    ISOLATED,
    FINAL,
    INITIAL,
    MEDIAL
  }

  private static final String LAM = "\u0644";
  private static final Map<String, Map<Place, String>> FORMS = forms();

  private ArabicForms() {}

  /** The text, in its own order, with its Arabic letters joined. */
  static String joined(String text) {
    if (text.chars().noneMatch(c -> c >= 0x600 && c < 0x780)) {
      return text;
    }
    StringBuilder joined = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += unit(text, i).length()) {
      String unit = unit(text, i);
      joined.append(form(unit, before(text, i), after(text, i + unit.length())));
    }
    return joined.toString();
  }

  /** A letter, or lam and alef, which are written as one. */
  private static String unit(String text, int at) {
    boolean ligature =
        text.startsWith(LAM, at)
            && at + 1 < text.length()
            && FORMS.containsKey(text.substring(at, at + 2));
    return text.substring(at, ligature ? at + 2 : at + 1);
  }

  private static String form(String unit, boolean before, boolean after) {
    Map<Place, String> forms = FORMS.getOrDefault(unit, Map.of());
    boolean back = before && forms.containsKey(Place.FINAL);
    boolean on = after && forms.containsKey(Place.INITIAL);
    Place place = back ? (on ? Place.MEDIAL : Place.FINAL) : (on ? Place.INITIAL : Place.ISOLATED);
    return forms.getOrDefault(place, unit);
  }

  /** Whether the letter before joins on to what follows it; marks do not count. */
  private static boolean before(String text, int at) {
    int i = at - 1;
    while (i >= 0 && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK) {
      i--;
    }
    boolean alef = i > 0 && FORMS.containsKey(text.substring(i - 1, i + 1));
    return i >= 0 && !alef && has(text.charAt(i), Place.INITIAL);
  }

  private static boolean after(String text, int at) {
    int i = at;
    while (i < text.length() && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK) {
      i++;
    }
    return i < text.length() && has(text.charAt(i), Place.FINAL);
  }

  private static boolean has(char letter, Place place) {
    return FORMS.getOrDefault(String.valueOf(letter), Map.of()).containsKey(place);
  }

  private static Map<String, Map<Place, String>> forms() {
    Map<String, Map<Place, String>> forms = new HashMap<>();
    for (int point = 0xFB50; point <= 0xFEFC; point++) {
      String form = Character.toString(point);
      String letters = Normalizer.normalize(form, Form.NFKC);
      String name = Character.getName(point);
      boolean joins = letters.length() == 1 || letters.startsWith(LAM) && letters.length() == 2;
      if (name != null && joins && (letters.length() == 1 || name.contains("LAM WITH ALEF"))) {
        place(name, form, forms.computeIfAbsent(letters, l -> new EnumMap<>(Place.class)));
      }
    }
    return forms;
  }

  private static void place(String name, String form, Map<Place, String> forms) {
    for (Place place : Place.values()) {
      if (name.endsWith(place + " FORM")) {
        forms.put(place, form);
      }
    }
  }
}
