package com.offgridflow.cbam;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who declares, as the registry knows them, and who signs.
 *
 * @param eori Economic Operators Registration and Identification number
 * @param role code of the registry's list
 * @param street may be blank, like {@code number} and {@code postcode}
 * @param signatory name of the person who confirms the data
 * @param confirmed whether that person has confirmed that the data are complete and right and may
 *     be used
 */
public record Declarant(
    String eori,
    String name,
    String role,
    String country,
    String city,
    String street,
    String number,
    String postcode,
    String signatory,
    String position,
    String place,
    boolean confirmed) {
  private static final Pattern EORI = Pattern.compile("[A-Z]{2}[A-Za-z0-9]{1,15}");

  public Declarant {
    if (eori == null || !EORI.matcher(eori).matches()) {
      throw wrong("eori", eori, "a country's two letters and 1 to 15 characters, DE1234567890123");
    }
    if (country == null || !List.of(Locale.getISOCountries()).contains(country)) {
      throw wrong("country", country, "a country of ISO 3166-1 such as DE");
    }
    name = text("name", name, 70);
    role = text("role", role, 5);
    city = text("city", city, 35);
    street = blankOr("street", street, 70);
    number = blankOr("number", number, 35);
    postcode = blankOr("postcode", postcode, 17);
    signatory = text("signatory", signatory, 128);
    position = text("position", position, 128);
    place = text("place", place, 128);
    if (!confirmed) {
      throw wrong("confirmed", "false", "true: the signatory confirms the data of the report");
    }
  }

  private static String blankOr(String field, String text, int longest) {
    return text == null || text.isBlank() ? "" : text(field, text, longest);
  }

  private static String text(String field, String text, int longest) {
    if (text == null || text.isBlank() || text.length() > longest) {
      throw wrong(field, text, "a text of 1 to %d characters".formatted(longest));
    }
    return text.strip();
  }

  private static IllegalArgumentException wrong(String field, String value, String wanted) {
    return new IllegalArgumentException(
        "%s '%s' of the declarant should be %s"
            .formatted(field, value == null ? "" : value, wanted));
  }
}
