package com.offgridflow.factor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The continent of a country: the regions of the UN's Standard Country or Area Codes for
 * Statistical Use (M49), by ISO 3166-1 alpha-2 code. Taiwan, which M49 does not list, is counted
 * with Asia.
 */
public final class Continents {
  private static final Map<String, String> BY_COUNTRY = new HashMap<>();

  static {
    put(
        "africa",
        """
        AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML
        MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW\
        """);
    put(
        "americas",
        """
        AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT
        JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI\
        """);
    put("antarctica", "AQ");
    put(
        "asia",
        """
        AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV
        MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE\
        """);
    put(
        "europe",
        """
        AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV
        MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA\
        """);
    put(
        "oceania",
        """
        AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS\
        """);
  }

  private Continents() {}

  /**
   * @param country ISO 3166-1 alpha-2, in capitals
   * @return {@code africa}, {@code americas}, {@code antarctica}, {@code asia}, {@code europe} or
   *     {@code oceania}; empty for what is no country
   */
  public static Optional<String> of(String country) {
    return Optional.ofNullable(BY_COUNTRY.get(country));
  }

  private static void put(String continent, String countries) {
    for (String country : countries.split("\\s+")) {
      if (BY_COUNTRY.put(country, continent) != null) {
        throw new IllegalStateException(country + " lies on two continents");
      }
    }
  }
}
