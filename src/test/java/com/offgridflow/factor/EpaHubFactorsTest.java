package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single factors of EPA's hub, typed from its sheet. */
class EpaHubFactorsTest extends EpaHubTable {
  /** Read by eye from the sheet: kg CO2 (fossil, else biogenic), g CH4, g N2O. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t1:anthracite:mmbtu | 103.69 | 11 | 1.6
          t1:natural-gas:scf | 0.05444 | 0.00103 | 0.0001
          t1:municipal-solid-waste:short-ton | 902 | 318 | 42
          t1:wood-and-wood-residuals:short-ton | 1640 | 126 | 63
          t1:distillate-fuel-oil-no-2:gal | 10.21 | 0.41 | 0.08
          t1:kraft-pulping-liquor-bagasse:mmbtu | 95.5 | 1.9 | 0.42
          t2:aviation-gasoline | 8.31 | |
          t2:biodiesel-100 | 9.45 | |
          t2:compressed-natural-gas-cng | 0.05444 | |
          t2:liquefied-natural-gas-lng | 4.5 | |
          t2:residual-fuel-oil | 11.27 | |
          t3:passenger-car/gasoline/1980 | | 0.132648 | 0.049866
          t3:passenger-car/gasoline/2021 | | 0.00505 | 0.001412
          t3:light-duty-truck/gasoline/1990 | | 0.0813 | 0.103515
          t3:heavy-duty-vehicle/gasoline/1979 | | 0.4604 | 0.0497
          t3:motorcycle/gasoline/2000 | | 0 | 0
          t4:passenger-car/diesel/2010 | | 0.0302 | 0.0192
          t4:light-duty-truck/diesel/1984 | | 0.0009 | 0.0014
          t4:medium-heavy-duty-vehicle/diesel/2021 | | 0.0095 | 0.0431
          t4:bus/cng | | 2.753 | 0.017
          t4:light-duty-car/biodiesel | | 0.036 | 0.001
          t5:ships-and-boats/diesel | | 6.40811439749 | 0.172329769654
          t5:aircraft/kerosene-type-jet-fuel | | 0 | 0.300225268101
          t5:agricultural-equipment/lpg | | 0.328380869754 | 0.948199761414
          t5:logging-equipment/gasoline-2-stroke | | 9.6790791647 | 0
          t5:recreational-equipment/lpg | | 0.433052271988 | 0.605452228609
          t7:heat | 66.33 | 1.25 | 0.125
          t7:steam | 66.33 | 1.25 | 0.125
          t8:hgv:mile | 1.359786595532 | 0.011908731482 | 0.037748431867
          t8:hgv:short-ton-mile | 0.168042601834 | 0.001471682564 | 0.00466495605
          t8:rail:short-ton-mile | 0.021893211868 | 0.001710764754 | 0.000547444721
          t8:ship:short-ton-mile | 0.082101644528 | 0.03258001767 | 0.002065450177
          t8:air:short-ton-mile | 0.904815113272 | 0 | 0.027861370253
          t10:car:mile | 0.306131007297 | 0.008986233091 | 0.006013428936
          t10:motorbike:mile | 0.375634517766 | 0.090645395214 | 0.019211951938
          t10:rail/intercity:passenger-mile | 0.113 | 0.0092 | 0.0026
          t10:rail/commuter:passenger-mile | 0.133311644745 | 0.010521930559 | 0.002610215058
          t10:bus:passenger-mile | 0.070707587527 | 0.005030420285 | 0.002126064422
          t10:air/long-haul:passenger-mile | 0.162556270096 | 0.000643086817 | 0.005179222685
          """)
  void shouldCarryTheGasesOfTheHub(String id, BigDecimal co2, BigDecimal ch4, BigDecimal n2o) {
    Amounts amounts = byId(id).amounts();
    assertClose(FOSSIL_OR_BIOGENIC.apply(amounts), co2);
    assertClose(amounts.ch4().map(TONNE::multiply), ch4);
    assertClose(amounts.n2o().map(TONNE::multiply), n2o);
  }

  /** Read by eye from the sheet: table 9 in t CO2e per short ton, table 6 in lb CO2 per MWh. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t9:aluminium-cans/recycling | 60
          t9:mixed-msw/landfill | 580
          t9:food/composting | 110
          t9:garden/anaerobic-digestion/dry | 110
          t9:mixed-plastics/incineration | 2340
          t1:anthracite:heat | 25.09
          t1:natural-gas:heat | 0.001026
          t1:ethanol-100:heat | 0.084
          """)
  void shouldCarryTheFiguresOfTheHub(String id, BigDecimal value) {
    assertThat(byId(id).value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "t6:SRVC, egrid/SRVC, 622.987",
    "t6:CAMX, egrid/CAMX, 497.443",
    "t6:US-Average, US, 823.149",
    "t6:AKGD:non-baseload, egrid/AKGD, 1224.498",
    "t6:NYLI:non-baseload, egrid/NYLI, 1316.653"
  })
  void shouldPlaceSubregions(String id, String place, BigDecimal pounds) {
    assertThat(byId(id).place()).isEqualTo(place);
    assertClose(byId(id).amounts().co2(), pounds.multiply(POUND));
  }

  private static Factor byId(String id) {
    return shipped.stream()
        .filter(f -> f.id().equals("epa-hub-2024:" + id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id));
  }

  private static void assertClose(Optional<BigDecimal> carried, BigDecimal published) {
    if (published == null) {
      assertThat(carried).isEmpty();
    } else {
      assertThat(carried.orElseThrow())
          .isCloseTo(published, Offset.offset(new BigDecimal("1e-11")));
    }
  }
}
