package com.offgridflow.problem.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLimitTest {
  @ParameterizedTest
  @CsvSource({"-5, 1", "0, 1", "1, 1", "1000, 1000", "1001, 1000"})
  void shouldTakeTheNearestNumberOfRows(int limit, int rows) {
    assertThat(PageLimit.nearest(limit)).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1001})
  void shouldRefuseWhatIsNoPage(int limit) {
    assertThatThrownBy(() -> PageLimit.require(limit, "runs cannot be listed so"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().detail()).isEqualTo("runs cannot be listed so");
              assertThat(refused.problem().errors())
                  .containsExactly(
                      new Fault("limit", Integer.toString(limit), "should be from 1 to 1000"));
            });
  }

  @Test
  void shouldAcceptTheSmallestAndTheLargestPage() {
    assertThatCode(
            () -> {
              PageLimit.require(1, "");
              PageLimit.require(1000, "");
            })
        .doesNotThrowAnyException();
  }
}
