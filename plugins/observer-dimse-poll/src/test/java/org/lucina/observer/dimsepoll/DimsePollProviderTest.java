package org.lucina.observer.dimsepoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ProviderException;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.testing.LocalContext;

/** The properties of the observer. */
class DimsePollProviderTest {

  private static Observer observer(String... properties) throws Exception {
    Map<String, String> given = new HashMap<>(Map.of("endpoint", "pacs"));
    for (int i = 0; i < properties.length; i += 2) {
      given.put(properties[i], properties[i + 1]);
    }
    DimsePollProvider provider = new DimsePollProvider();
    try (LocalContext context = new LocalContext()) {
      return provider.create("test", provider.configSpec().check(given), context);
    }
  }

  @Test
  void tellsOfNewStudiesAndOnDemandOfChanges() throws Exception {
    assertThat(observer().kinds()).isEqualTo(Set.of(Kind.ADDED));
    assertThat(observer("changes", "true", "level", "series", "query", "Modality=CT").kinds())
        .isEqualTo(Set.of(Kind.ADDED, Kind.CHANGED));
  }

  @Test
  void wrongPropertiesAreNamed() {
    assertRefused("'window' must be longer than 'period'", "window", "PT3M");
    assertRefused("'query': 'Colour' is no attribute", "query", "Colour=red");
    assertRefused("StudyDate and StudyTime are those", "query", "StudyDate=20260101");
    assertRefused("'time-zone'", "time-zone", "Mars/Olympus");
    assertRefused("'remember'", "remember", "PT10M");
    assertRefused("'since'", "since", "-PT1S");
  }

  @Test
  void thePeriodIsLongerThanNothing() {
    assertThatThrownBy(() -> observer("period", "PT0S"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'period'");
  }

  private static void assertRefused(String message, String... properties) {
    assertThatThrownBy(() -> observer(properties))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(message);
  }
}
