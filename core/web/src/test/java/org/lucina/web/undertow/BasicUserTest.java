package org.lucina.web.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BasicUserTest {

  @Test
  void readsTheNameOnly() {
    assertThat(BasicUser.of(basic("Jürgen:secret:with:colons"))).isEqualTo("Jürgen");
    assertThat(BasicUser.of(basic("a\nb:secret"))).isEqualTo("a?b");
    assertThat(BasicUser.of(basic("x".repeat(1000) + ":secret"))).hasSize(64);
  }

  @Test
  void readsNothingWhereThereIsNoName() {
    assertThat(BasicUser.of("Bearer abc")).isEmpty();
    assertThat(BasicUser.of("Basic")).isEmpty();
    assertThat(BasicUser.of("Basic ???")).isEmpty();
    assertThat(BasicUser.of(basic("no-colon"))).isEmpty();
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
