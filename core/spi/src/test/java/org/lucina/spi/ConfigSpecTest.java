package org.lucina.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;

/** Properties are checked against their description, and every fault is named. */
class ConfigSpecTest {

  @Test
  void everyFaultIsNamed() {
    ConfigSpec spec =
        ConfigSpec.of(
            Property.required("path", Type.PATH, "Folder"),
            Property.optional("depth", Type.INTEGER, "3", "Levels").between(0, 5),
            Property.optional("pause", Type.DURATION, "PT1S", "Pause").positive(),
            Property.optional("mode", Type.STRING, "fast", "Mode").allowing("fast", "safe"));
    Map<String, String> values =
        Map.of("depth", "6", "pause", "PT0S", "mode", "odd", "z", "1", "a", "2");
    assertThatThrownBy(() -> spec.check(values))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        "property 'path' is missing",
                        "property 'depth': value '6' must be between 0 and 5",
                        "property 'pause': value 'PT0S' must be longer than nothing",
                        "property 'mode': value 'odd' must be one of fast, safe",
                        "property 'a' is unknown",
                        "property 'z' is unknown"));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 1.5",
    "DECIMAL, one",
    "BOOLEAN, yes",
    "BOOLEAN, TRUE",
    "DURATION, 30s",
    "URI, a b"
  })
  void aValueOfAnotherTypeIsRefused(Type type, String value) {
    ConfigSpec spec = ConfigSpec.of(Property.required("it", type, "It"));
    assertThatThrownBy(() -> spec.check(Map.of("it", value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("property 'it': value '" + value + "'");
  }

  @Test
  void defaultsAreFilledInAndValuesAreTyped() throws ConfigException {
    Configuration config =
        ConfigSpec.of(
                Property.optional("count", Type.INTEGER, "7", "Count"),
                Property.optional("ratio", Type.DECIMAL, "0.5", "Ratio"),
                Property.optional("on", Type.BOOLEAN, "true", "Switch"),
                Property.optional("wait", Type.DURATION, "PT30S", "Time"),
                Property.optional("folder", Type.PATH, "a/b", "Folder"),
                Property.optional("peer", Type.URI, "http://localhost/", "Peer"),
                Property.optional("name", Type.STRING, "Name"))
            .check(Map.of("count", "8"));
    assertThat(config.integer("count")).isEqualTo(8);
    assertThat(config.decimal("ratio")).isEqualTo(0.5);
    assertThat(config.flag("on")).isTrue();
    assertThat(config.duration("wait")).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.path("folder")).isEqualTo(Path.of("a", "b"));
    assertThat(config.uri("peer")).isEqualTo(URI.create("http://localhost/"));
    assertThat(config.find("name")).isEmpty();
    assertThatThrownBy(() -> config.string("name")).hasMessageContaining("'name' has no value");
  }

  @Test
  void aSecretIsNotShownInItsFault() {
    ConfigSpec spec = ConfigSpec.of(Property.required("pin", Type.INTEGER, "Pin").asSecret());
    assertThatThrownBy(() -> spec.check(Map.of("pin", "geheim")))
        .hasMessage("property 'pin': value is no integer");
  }

  @Test
  void aSpecThatContradictsItselfIsRefused() {
    Property once = Property.required("it", Type.STRING, "It");
    assertThatThrownBy(() -> ConfigSpec.of(once, once)).hasMessageContaining("described twice");
    assertThatThrownBy(() -> Property.required("It is", Type.STRING, "It"))
        .hasMessageContaining("no name");
    Property wrong = Property.optional("it", Type.INTEGER, "0", "It").between(1, 2);
    assertThatThrownBy(() -> ConfigSpec.of(wrong))
        .hasMessage("default of property 'it': value '0' must be between 1 and 2");
  }

  @Test
  void noneTakesNothing() throws ConfigException {
    assertThat(ConfigSpec.none().check(Map.of()).find("it")).isEmpty();
    assertThatThrownBy(() -> ConfigSpec.none().check(Map.of("it", "1")))
        .hasMessage("property 'it' is unknown");
  }
}
