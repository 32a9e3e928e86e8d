package com.offgridflow.problem.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLimitTest {
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

  @ParameterizedTest
  @ValueSource(ints = {1, 500, 1000})
  void shouldTakeAnyOtherNumberOfRows(int limit) {
    assertThat(PageLimit.require(limit, "")).isEqualTo(limit);
  }
}
