package org.lucina.web.dicomweb.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

class FrameListTest {

  @Test
  void keepsTheOrderAskedFor() {
    assertThat(FrameList.valueOf("3,1,2").numbers()).containsExactly(3, 1, 2);
    assertThat(FrameList.valueOf("3%2C1").numbers()).containsExactly(3, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1,", ",1", "a", "1,0", "10000000000", "1 ,2"})
  void refusesWhatIsNoList(String text) {
    assertThatThrownBy(() -> FrameList.valueOf(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.fault()).isEqualTo(Fault.BAD_PARAMETER));
  }

  @Test
  void refusesFramesThatTheObjectHasNot() {
    FrameList frames = FrameList.valueOf("1,3");
    assertThat(frames.within(3)).isEqualTo(frames);
    assertThatThrownBy(() -> frames.within(2))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.fault()).isEqualTo(Fault.NOT_FOUND));
  }
}
