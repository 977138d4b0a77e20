package org.lucina.web.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorsPolicyTest {

  @Test
  void allowsNobodyWhenNothingIsConfigured() {
    assertThat(CorsPolicy.parse("").allow("https://a.example")).isEmpty();
    assertThat(CorsPolicy.parse(" , ").allow("")).isEmpty();
  }

  @Test
  void allowsTheOriginsThatAreNamed() {
    CorsPolicy policy = CorsPolicy.parse("https://a.example, https://b.example:8443");
    assertThat(policy.allow("https://b.example:8443")).contains("https://b.example:8443");
    assertThat(policy.allow("https://b.example")).isEmpty();
    assertThat(policy.allow("https://a.example.evil.example")).isEmpty();
  }

  @Test
  void allowsAllWithoutCredentialsWhenAskedTo() {
    assertThat(CorsPolicy.parse("*").allow("https://a.example")).contains("*");
  }
}
