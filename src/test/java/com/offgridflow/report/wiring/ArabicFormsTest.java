package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Forms by hand after the Unicode Standard, section 9.2 (cursive joining) and the charts of the
 * presentation forms: of each letter the isolated, final, initial and medial form stand in this
 * order.
 */
class ArabicFormsTest {
  @ParameterizedTest
  @CsvSource({
    // beh beh beh: initial FE91, medial FE92, final FE90
    "\u0628\u0628\u0628, \uFE91\uFE92\uFE90",
    // beh alone: isolated
    "\u0628, \uFE8F",
    // dal joins to what is before it only: initial beh, final dal, isolated dal
    "\u0628\u062F\u062F, \uFE91\uFEAA\uFEA9",
    // hamza joins to nothing
    "\u0628\u0621\u0628, \uFE8F\uFE80\uFE8F",
    // salaam: initial seen FEB3, lam with alef in final form FEFC, isolated meem FEE1
    "\u0633\u0644\u0627\u0645, \uFEB3\uFEFC\uFEE1",
    // lam with alef alone
    "\u0644\u0627, \uFEFB",
    // Persian peh and keheh: initial FB58, final FB8F
    "\u067E\u06A9, \uFB58\uFB8F",
    // a mark stands between letters that join
    "\u0628\u064E\u0628, \uFE91\u064E\uFE90"
  })
  void shouldJoinLetters(String text, String joined) {
    assertThat(ArabicForms.joined(text)).isEqualTo(joined);
  }

  @Test
  void shouldNotJoinAcrossWords() {
    assertThat(ArabicForms.joined("\u0628 \u0628 A1")).isEqualTo("\uFE8F \uFE8F A1");
  }

  @Test
  void shouldLeaveOtherScriptsAlone() {
    assertThat(ArabicForms.joined("Łódź \u05D0\u05D1 \u4EAC"))
        .isEqualTo("Łódź \u05D0\u05D1 \u4EAC");
  }
}
