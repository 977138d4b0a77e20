package org.lucina.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

class ByteRangeTest {

  @Test
  void readsOneRange() {
    assertThat(ByteRange.parse("bytes=0-9", 100)).contains(new ByteRange(0, 10, 100));
    assertThat(ByteRange.parse("bytes=90-", 100)).contains(new ByteRange(90, 10, 100));
    assertThat(ByteRange.parse("bytes=90-1000", 100)).contains(new ByteRange(90, 10, 100));
    assertThat(ByteRange.parse("bytes=-30", 100)).contains(new ByteRange(70, 30, 100));
    assertThat(ByteRange.parse("bytes=-300", 100)).contains(new ByteRange(0, 100, 100));
    assertThat(new ByteRange(70, 30, 100).contentRange()).isEqualTo("bytes 70-99/100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,3-4", "items=0-1", "bytes=5-4", "bytes=-", "bytes=a-b"})
  void sendsTheWholeWhenItCannotBeUsed(String header) {
    assertThat(ByteRange.parse(header, 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
  void refusesWhatLiesBeyond(String header) {
    assertThatThrownBy(() -> ByteRange.parse(header, 100))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.fault()).isEqualTo(Fault.RANGE_NOT_SATISFIABLE));
  }
}
