package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;

/** Properties are given in the configuration, or kept as secrets elsewhere. */
class InstancePropertiesTest {
  private static final ConfigSpec SPEC =
      ConfigSpec.of(
          Property.required("host", Type.STRING, "host"),
          Property.required("password", Type.STRING, "password").asSecret(),
          Property.optional("port", Type.INTEGER, "port"),
          Property.optional("folder", Type.PATH, "folder"));

  @Test
  void secretsAndGivenOnesTogetherAreTheConfiguration() throws Exception {
    Configuration all =
        new InstanceProperties(
                Map.of("host", "pacs", "folder", "in"),
                Set.of("host"),
                Map.of("password", () -> "opensesame", "port", () -> "104"),
                Optional.of(Path.of("/home")))
            .complete(SPEC);
    assertThat(all.string("host")).isEqualTo("pacs");
    assertThat(all.string("password")).isEqualTo("opensesame");
    assertThat(all.integer("port")).isEqualTo(104);
    assertThat(all.path("folder")).isEqualTo(Path.of("/home/in"));
  }

  @Test
  void aSecretThatCannotBeHadSaysWhy() {
    InstanceProperties properties =
        new InstanceProperties(
            Map.of("host", "pacs"),
            Set.of(),
            Map.of(
                "password",
                () -> {
                  throw new ProviderException("no such alias");
                }),
            Optional.empty());
    assertThatThrownBy(() -> properties.complete(SPEC))
        .isInstanceOf(ProviderException.class)
        .hasMessage("no such alias");
  }

  @Test
  void secretsThatStandInTheConfigurationAsTheyAreAreTold() {
    assertThat(given(Set.of("host", "password")).exposed(SPEC)).containsExactly("password");
    assertThat(given(Set.of("host")).exposed(SPEC)).isEmpty();
  }

  private static InstanceProperties given(Set<String> plain) {
    return new InstanceProperties(
        Map.of("host", "pacs", "password", "opensesame"), plain, Map.of(), Optional.empty());
  }

  @Test
  void aMissingSecretMayStillComeWhenOthersAreSet() {
    assertThatCode(() -> check(Map.of("host", "pacs"), Set.of())).doesNotThrowAnyException();
    assertThatCode(() -> check(Map.of("host", "pacs"), Set.of("password", "port")))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsWrongIsToldWithoutTheSecrets() {
    assertThatThrownBy(() -> check(Map.of("password", "opensesame"), Set.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'host' is missing")
        .hasMessageNotContaining("opensesame");
    assertThatThrownBy(() -> check(Map.of("host", "pacs"), Set.of("colour")))
        .hasMessageContaining("'colour' is unknown");
    assertThatThrownBy(() -> check(Map.of("host", "pacs", "colour", "red"), Set.of()))
        .hasMessageContaining("'colour' is unknown");
  }

  private static void check(Map<String, String> given, Set<String> secrets) throws ConfigException {
    InstanceProperties.check(SPEC, given, secrets);
  }
}
