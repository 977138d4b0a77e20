package org.lucina.web.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.web.problem.ProblemException;

class UidTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"1.2.840.10008.1.2", "1.02.3", "2.25.329800735698586629295641978511506172918"})
  void takesUidsAsTheyAreFound(String text) {
    assertThat(new Uid(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "1..2", "../1.2", "1.2/3", "1.2a", "*", "1.2\\1.3"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> new Uid(text)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> new Uid("1".repeat(65))).isInstanceOf(ProblemException.class);
  }
}
