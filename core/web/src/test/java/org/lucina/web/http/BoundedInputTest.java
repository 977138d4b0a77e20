package org.lucina.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

class BoundedInputTest {

  @Test
  void letsThroughWhatFits() throws IOException {
    BoundedInput in = new BoundedInput(new ByteArrayInputStream(new byte[10]), 10);
    assertThat(in.read()).isZero();
    assertThat(in.readAllBytes()).hasSize(9);
    assertThat(in.left()).isZero();
  }

  @Test
  void answersMoreWith413() {
    BoundedInput in = new BoundedInput(new ByteArrayInputStream(new byte[11]), 10);
    assertThatThrownBy(in::readAllBytes)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.fault()).isEqualTo(Fault.TOO_LARGE));
  }
}
