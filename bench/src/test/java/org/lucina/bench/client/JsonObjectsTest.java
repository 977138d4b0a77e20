package org.lucina.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Counts the elements of an array, not what is in them. */
class JsonObjectsTest {

  @Test
  void countsObjectsOfTheOuterArrayOnly() {
    assertThat(count("[{\"a\":{\"b\":[{},{}]}},{\"c\":\"}{[\\\"{\"},{}]").objects()).isEqualTo(3);
  }

  @Test
  void countsNothingInAnEmptyArray() {
    assertThat(count("[]").objects()).isZero();
  }

  @Test
  void refusesAnArrayWithoutItsEnd() {
    assertThatThrownBy(() -> count("[{\"a\":1}")).isInstanceOf(WrongAnswerException.class);
  }

  private static Tally count(String json) {
    JsonObjects objects = new JsonObjects();
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    objects.accept(bytes, bytes.length);
    return objects.end();
  }
}
