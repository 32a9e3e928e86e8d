package com.offgridflow.emission.formula;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.EmissionCalculator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormulaTableTest {

  @Test
  void shouldFindEveryFormulaInTheMethodologyAsItIs() throws IOException {
    String document = Files.readString(WriteFormulaTable.DOCUMENT);
    assertThat(WriteFormulaTable.written(document)).isEqualTo(WriteFormulaTable.table());
  }

  @Test
  void shouldNameExpressionSourceAndMethodOfEveryFormula() {
    assertThat(EmissionCalculator.formulas())
        .allSatisfy(
            formula -> {
              assertThat(formula.expression()).isNotBlank();
              assertThat(formula.source()).isNotBlank();
              assertThat(formula.method()).isNotBlank();
            });
  }

  @Test
  void shouldHaveAMethodForEveryCategoryOfScope3() {
    List<Integer> covered =
        EmissionCalculator.formulas().stream()
            .flatMap(f -> f.kinds().stream().flatMap(kind -> f.categoryOf(kind).stream()))
            .distinct()
            .sorted()
            .toList();
    assertThat(covered).isEqualTo(IntStream.rangeClosed(1, 15).boxed().toList());
  }

  @Test
  void shouldHaveAMethodForEveryKindOfScope1() {
    List<ActivityKind> covered =
        EmissionCalculator.formulas().stream().flatMap(f -> f.kinds().stream()).distinct().toList();
    assertThat(covered)
        .contains(
            ActivityKind.STATIONARY_COMBUSTION,
            ActivityKind.MOBILE_COMBUSTION,
            ActivityKind.FUGITIVE_MASS_BALANCE,
            ActivityKind.FUGITIVE_SCREENING,
            ActivityKind.PROCESS,
            ActivityKind.PROCESS_CEMENT,
            ActivityKind.PROCESS_LIME,
            ActivityKind.PROCESS_STEEL);
  }
}
